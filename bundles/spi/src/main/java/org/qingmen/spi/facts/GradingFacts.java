package org.qingmen.spi.facts;

import java.time.LocalDate;
import java.util.List;

/**
 * Everything a transport grade is computed from. Stored with the grade.
 *
 * @param enterprise the enterprise
 * @param industry industry under which it is graded, such as {@code I15}
 * @param branch branch of that industry as registered, such as a grinding station; empty when none
 * @param from first day of the period
 * @param to last day of the period, included; the pack in force on it decides
 * @param trips road trips
 * @param masses mass by clean modes
 * @param roadTonnes mass by road over the period, tonnes
 * @param units in-plant vehicles and machines registered at {@code to}
 * @param ledgers state of gate and ledgers
 * @param spurPlans waivers for planned rail spurs that are in force on {@code to}
 */
public record GradingFacts(
    Enterprise enterprise,
    String industry,
    String branch,
    LocalDate from,
    LocalDate to,
    List<TripGroup> trips,
    List<MassGroup> masses,
    double roadTonnes,
    List<UnitGroup> units,
    LedgerState ledgers,
    List<SpurPlan> spurPlans) {

  public GradingFacts {
    branch = branch == null ? "" : branch.strip();
    trips = List.copyOf(trips);
    masses = List.copyOf(masses);
    units = List.copyOf(units);
    spurPlans = List.copyOf(spurPlans);
  }

  /** Facts of an enterprise that plans no rail spur. */
  public GradingFacts(
      Enterprise enterprise,
      String industry,
      String branch,
      LocalDate from,
      LocalDate to,
      List<TripGroup> trips,
      List<MassGroup> masses,
      double roadTonnes,
      List<UnitGroup> units,
      LedgerState ledgers) {
    this(
        enterprise,
        industry,
        branch,
        from,
        to,
        trips,
        masses,
        roadTonnes,
        units,
        ledgers,
        List.of());
  }

  /** Facts of an enterprise that names no branch. */
  public GradingFacts(
      Enterprise enterprise,
      String industry,
      LocalDate from,
      LocalDate to,
      List<TripGroup> trips,
      List<MassGroup> masses,
      double roadTonnes,
      List<UnitGroup> units,
      LedgerState ledgers) {
    this(enterprise, industry, "", from, to, trips, masses, roadTonnes, units, ledgers);
  }

  /** Industry under which it is graded. */
  public String getIndustry() {
    return industry;
  }

  /** Branch of the industry as registered; empty when none. */
  public String getBranch() {
    return branch;
  }

  /** First day of the period as {@code yyyy-MM-dd}. */
  public String getFirstDay() {
    return from.toString();
  }

  /** Last day of the period as {@code yyyy-MM-dd}. */
  public String getLastDay() {
    return to.toString();
  }

  /** Mass by road over the period, tonnes. */
  public double getRoadTonnes() {
    return roadTonnes;
  }
}
