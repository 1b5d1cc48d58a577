package org.qingmen.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What gates said of themselves and when they were online; projected from the journal. */
public interface GateHistory {

  /**
   * Each gate's days, ordered by enterprise, barrier and day; a day without a sign of life has a
   * row for every registered barrier too.
   *
   * @param enterprise only this one; null for all
   * @param divisionPrefix leading digits of the divisions; null or empty for all
   * @param from first day
   * @param to last day, included
   */
  List<GateDay> days(String enterprise, String divisionPrefix, LocalDate from, LocalDate to);

  /** The latest state of each gate that ever gave a sign of life. */
  List<GateState> states(String enterprise, String divisionPrefix);

  /**
   * One gate on one day.
   *
   * @param enterprise discharge-unit code
   * @param barrier barrier
   * @param day the day (Asia/Shanghai)
   * @param onlineMinutes minutes with a heartbeat or record not older than three heartbeats
   * @param expectedMinutes minutes of the day that have passed, 1440 for a past day
   * @param heartbeats heartbeats received
   * @param passages passages of that day received
   * @param late of these, received later than the transmission limit
   * @param counted passages that the gate itself counted, -1 when it does not say
   * @param withPicture passages with at least one picture
   * @param manualRaises raises of the barrier by hand
   * @param unrecordedRaises of these, without a passage beside them
   */
  record GateDay(
      String enterprise,
      String barrier,
      LocalDate day,
      int onlineMinutes,
      int expectedMinutes,
      long heartbeats,
      long passages,
      long late,
      long counted,
      long withPicture,
      long manualRaises,
      long unrecordedRaises) {}

  /**
   * The latest state of a gate.
   *
   * @param lastHeartbeat last heartbeat received, null for never
   * @param lastPassage last passage received, null for never
   * @param clockSkewMillis gate's clock minus ours at the last heartbeat that told its time, null
   *     when unknown
   * @param faults codes of the faults it reported last, empty for none
   */
  record GateState(
      String enterprise,
      String barrier,
      Instant lastHeartbeat,
      Instant lastPassage,
      Long clockSkewMillis,
      List<String> faults) {

    public GateState {
      faults = List.copyOf(faults);
    }
  }
}
