package org.qingmen.supervision.control;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.qingmen.model.Text;
import org.qingmen.spi.facts.Control;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.facts.NamedUnit;
import org.qingmen.store.Document;
import org.qingmen.supervision.control.Baselines.Baseline;

/** What is in force for an enterprise, what was set aside by what, and why. */
public interface InForceView {

  /** What is in force at an instant. */
  View of(Enterprise enterprise, Instant at);

  /**
   * Enterprises that a policy is for, by id.
   *
   * @param json a policy, stored or not; checked as when it is stored
   */
  List<Enterprise> targets(String json);

  /** Machines that a policy stops, by enterprise and code. */
  List<StoppedMachine> machines(Document policy);

  /** Normal days and cap of an enterprise under a policy's control, when it has a cap. */
  Optional<Cap> cap(String json, Enterprise enterprise);

  /**
   * What is in force.
   *
   * @param episode the episode that counts, null when none runs
   * @param items in force, highest precedence first
   * @param setAside what would be in force if something else were not
   * @param machines machines that must stop
   */
  record View(
      Enterprise enterprise,
      Instant at,
      Document episode,
      List<Item> items,
      List<SetAside> setAside,
      List<StoppedMachine> machines) {

    public View {
      items = List.copyOf(items);
      setAside = List.copyOf(setAside);
      machines = List.copyOf(machines);
    }
  }

  /**
   * A policy or a measure.
   *
   * @param id id of the policy, or of the episode and the rule's code
   * @param kind {@code policy} or {@code measure}
   * @param title for people
   * @param tier {@code enterprise}, {@code industry-and-grade} or {@code division}
   * @param control what it demands of the gate; null when it forces nothing there
   * @param capShare share of the baseline, null without a cap
   * @param cap the cap, null without one
   * @param production what it demands of production, null when nothing
   * @param clause clause it rests on, may be null
   * @param source where that was read, may be null
   * @param verified whether it was read in an official text; of a policy always true
   * @param document the policy, null for a measure
   */
  record Item(
      String id,
      String kind,
      Text title,
      String tier,
      Control control,
      Cap cap,
      String production,
      String clause,
      String source,
      boolean verified,
      Document document) {}

  /**
   * A cap on heavy vehicles.
   *
   * @param share share of the baseline
   * @param baseline what it is a share of
   * @param vehicles vehicles a day, rounded to the nearest; -1 when there is no normal day
   */
  record Cap(double share, Baseline baseline, int vehicles) {}

  /**
   * Something that is not in force.
   *
   * @param by id of what goes before it, null when it is nothing of the kind
   * @param code {@code closer}, {@code later}, {@code alert-not-reached}, {@code livelihood}
   * @param why the same in words
   */
  record SetAside(Item item, String by, String code, Text why) {}

  /** A machine that must stop, and the item that says so. */
  record StoppedMachine(String enterprise, NamedUnit machine, String by) {}
}
