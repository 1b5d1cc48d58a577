package org.qingmen.supervision.alarms;

import java.util.List;
import org.qingmen.store.GateHistory.GateDay;
import org.qingmen.store.GateHistory.GateState;

/** How the gates are now: which are online, whose clock is off, how much of today came in. */
public interface Gates {

  /**
   * Every gate that ever gave a sign of life or is registered, by enterprise and barrier.
   *
   * @param enterprise only of this one; null for all
   * @param divisionPrefix leading digits of the divisions; null or empty for all
   */
  List<Gate> list(String enterprise, String divisionPrefix);

  /**
   * A gate.
   *
   * @param state {@code online}, {@code offline}, {@code silent} for one that sends no heartbeats,
   *     or {@code never}
   * @param latest its latest state, null when it never gave a sign of life
   * @param today today so far, null when there is nothing
   * @param transmission share of today's passages that came in time, null without passages
   */
  record Gate(
      String enterprise,
      String name,
      String division,
      String barrier,
      String state,
      GateState latest,
      GateDay today,
      Double transmission) {}
}
