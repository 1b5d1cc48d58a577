package org.qingmen.spi.pack;

import java.time.LocalDate;
import java.util.List;
import org.qingmen.model.Division;
import org.qingmen.model.Text;

/**
 * What {@code pack.yaml} says.
 *
 * @param id id, such as {@code cn.340.i15-cement}
 * @param version semantic version
 * @param kind what it decides
 * @param title title in both languages
 * @param policy document it implements
 * @param region division it holds for; {@code 000000} is the whole country
 * @param industries industries it grades; empty for kinds that are not per industry
 * @param branches branches of these industries that it grades; empty grades every branch that no
 *     other pack names
 * @param validFrom first day it is in force
 * @param validTo last day, null while open
 * @param base id of the pack it extends, null for none
 * @param grades grades, best first; empty for kinds that do not grade
 * @param stricterOnly whether it may only be stricter than what it extends
 * @param onRequest whether it grades only when its policy is asked for by name
 * @param enterprises discharge-unit codes of the only enterprises it holds for; empty for all of
 *     its region
 * @param serial counter that never goes down from one version to the next; null to count by version
 * @param signatures how many signatures it demands for itself; 0 leaves it to the server
 * @param historic whether it may arrive after its last day, for facts of the past
 * @param owner who answers for it
 */
public record PackDescriptor(
    String id,
    String version,
    Kind kind,
    Text title,
    String policy,
    Division region,
    List<String> industries,
    List<String> branches,
    LocalDate validFrom,
    LocalDate validTo,
    String base,
    List<String> grades,
    boolean stricterOnly,
    boolean onRequest,
    List<String> enterprises,
    Long serial,
    int signatures,
    boolean historic,
    Owner owner) {

  public PackDescriptor {
    industries = List.copyOf(industries);
    branches = List.copyOf(branches);
    grades = List.copyOf(grades);
    enterprises = List.copyOf(enterprises);
  }

  /** Whether the pack is in force on a day. */
  public boolean inForce(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
  }

  /** Whether it holds for an enterprise, as far as it names any. */
  public boolean holdsFor(String enterprise) {
    return enterprises.isEmpty() || (enterprise != null && enterprises.contains(enterprise));
  }

  /** What a pack decides. */
  public enum Kind {
    /** Whether the barrier opens. */
    GATE,
    /** What is wrong with a record. */
    VERIFICATION,
    /** Transport grades. */
    GRADING,
    /** What each grade must do during an alert. */
    MEASURES,
    /** Emission stage from evidence. */
    STAGE,
    /** What is an alarm, and how grave. */
    ALARM,
    /** What an enterprise must answer, and until when. */
    SUSPICION,
    /** Mass balance, visits, contracts, reported vehicles. */
    LEDGER,
    /** Whether an enterprise did during an alert what it had to. */
    RESPONSE,
    /** Samples of the verification procedure and what follows from their findings. */
    INSPECTION,
    /** What a gate video system must have. */
    ACCEPTANCE
  }

  /** Who answers for a pack. */
  public record Owner(String name, String contact) {}
}
