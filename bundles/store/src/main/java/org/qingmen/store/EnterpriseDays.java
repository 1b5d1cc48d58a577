package org.qingmen.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What one enterprise moved, day by day: sums from the rollups, and single movements within a
 * bounded window. Every answer reads along an index of the enterprise.
 */
public interface EnterpriseDays {

  /** Road traffic by day and kind of vehicle, ordered by day; days without traffic are missing. */
  List<DayTraffic> traffic(String enterprise, LocalDate from, LocalDate to);

  /**
   * Mass by day, goods and direction, ordered by day; with the mode {@code road} for what gates
   * saw, else one of the dedicated lines.
   */
  List<DayMass> masses(String enterprise, LocalDate from, LocalDate to);

  /**
   * Gate passages in the order of their times, an entry before an exit of the same moment. Meant
   * for windows of weeks.
   *
   * @param from passed at or after
   * @param to passed before
   */
  List<Movement> movements(String enterprise, Instant from, Instant to);

  /** All rows of a ledger, by day and in the order in which they were received. */
  List<LedgerRow> rows(String ledger, String enterprise, LocalDate from, LocalDate to);

  /**
   * Traffic of one day that looks alike.
   *
   * @param day the day
   * @param stage emission stage code
   * @param fuel fuel code
   * @param newEnergy whether it counts as new energy
   * @param vehicleType GA/T 16.4 type, may be null
   * @param usage usage code
   * @param verdict verdict code
   * @param passages gate passages
   * @param trips trips
   */
  record DayTraffic(
      LocalDate day,
      String stage,
      String fuel,
      boolean newEnergy,
      String vehicleType,
      String usage,
      String verdict,
      long passages,
      long trips) {}

  /**
   * Mass of one day.
   *
   * @param mode {@code road} or the mode of a dedicated line
   * @param goods goods, null when the record named none
   * @param direction {@code in} or {@code out}
   * @param tonnes tonnes
   */
  record DayMass(LocalDate day, String mode, String goods, String direction, double tonnes) {}

  /**
   * A vehicle passing a gate.
   *
   * @param position position of its journal entry
   * @param receipt receipt
   * @param barrier barrier
   * @param direction {@code in} or {@code out}
   * @param time when it passed
   * @param received when the server received it
   * @param plate plate number, null when not read
   * @param colour plate colour code
   * @param stage emission stage code
   * @param cargo goods, may be null
   * @param tonnes mass of the goods, may be null
   * @param verdict verdict code
   * @param trip whether it counts as a trip
   * @param offline whether the gate kept it while it had no connection
   */
  record Movement(
      long position,
      String receipt,
      String barrier,
      String direction,
      Instant time,
      Instant received,
      String plate,
      String colour,
      String stage,
      String cargo,
      Double tonnes,
      String verdict,
      boolean trip,
      boolean offline) {

    /** Whether it drove in. */
    public boolean entry() {
      return "in".equals(direction);
    }
  }
}
