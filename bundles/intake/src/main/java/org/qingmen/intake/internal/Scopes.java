package org.qingmen.intake.internal;

import java.util.Optional;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.intake.Enterprises;

/** Tenancy at the intake: who may report for which enterprise. */
public final class Scopes {

  private Scopes() {}

  /** What a sender may do for an enterprise. */
  public enum Standing {
    /** The enterprise is the sender's own or lies in its division. */
    OWN,
    /** It is somebody else's. */
    FOREIGN,
    /** It is not registered, but the sender could have been meant. */
    UNKNOWN
  }

  /**
   * Standing of a sender towards an enterprise.
   *
   * @param bound enterprise the sender is bound to, null for any
   * @param division GB/T 2260 prefix the sender is bound to, empty for all
   */
  public static Standing of(
      Enterprises enterprises, String enterprise, String bound, String division) {
    if (bound != null && !bound.equals(enterprise)) {
      return Standing.FOREIGN;
    }
    Optional<Enterprise> found = enterprises.find(enterprise);
    if (found.isEmpty()) {
      return Standing.UNKNOWN;
    }
    boolean inside = division == null || found.get().division().startsWith(division);
    return inside ? Standing.OWN : Standing.FOREIGN;
  }
}
