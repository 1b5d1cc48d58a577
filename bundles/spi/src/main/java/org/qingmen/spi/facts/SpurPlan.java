package org.qingmen.spi.facts;

import java.time.LocalDate;
import java.time.Period;

/**
 * A recorded, time-limited waiver for a rail spur that is planned (§6.4). It is granted by a bureau
 * and never makes the measured clean share another one.
 *
 * @param number number under which it is recorded
 * @param planned day on which the spur is to be in operation
 * @param share clean share from 0 to 1 once it is
 * @param from first day of the waiver
 * @param until last day of the waiver
 */
public record SpurPlan(
    String number, LocalDate planned, double share, LocalDate from, LocalDate until) {

  /** Number under which it is recorded. */
  public String getNumber() {
    return number;
  }

  /** Clean share from 0 to 1 once the spur is in operation. */
  public double getShare() {
    return share;
  }

  /** First day of the waiver as {@code yyyy-MM-dd}. */
  public String getFirstDay() {
    return from.toString();
  }

  /** Last day of the waiver as {@code yyyy-MM-dd}. */
  public String getLastDay() {
    return until.toString();
  }

  /** Day on which the spur is to be in operation as {@code yyyy-MM-dd}. */
  public String getPlannedDay() {
    return planned.toString();
  }

  /** Years from the first day of the waiver to the planned day; one begun counts as a whole one. */
  public int getYearsToBuild() {
    return begun(planned);
  }

  /** Years for which it is granted; one begun counts as a whole one. */
  public int getYearsGranted() {
    return begun(until);
  }

  private int begun(LocalDate day) {
    Period period = Period.between(from, day);
    boolean more = period.getMonths() > 0 || period.getDays() > 0;
    return Math.max(0, period.getYears() + (more ? 1 : 0));
  }
}
