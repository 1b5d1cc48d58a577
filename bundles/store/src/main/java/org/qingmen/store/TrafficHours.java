package org.qingmen.store;

import java.time.LocalDate;
import java.util.List;

/** How many records each barrier of one enterprise has by hour of the day. */
public interface TrafficHours {

  /**
   * Counts of standing records by day, barrier and hour, in that order; hours without any are left
   * out.
   *
   * @param from first day of the records' own time
   * @param to last day, included; at most 31 days after the first
   */
  List<Hour> hours(String enterprise, LocalDate from, LocalDate to);

  /**
   * One hour at one barrier.
   *
   * @param hour 0 to 23
   */
  record Hour(LocalDate day, String barrier, int hour, long passages) {}
}
