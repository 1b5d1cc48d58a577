package org.qingmen.store;

import java.time.Duration;
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

  /** Barriers raised by hand, faults and recoveries, newest first. */
  Page<GateEvent> events(GateEventQuery query);

  /**
   * Barriers raised by hand, in the order of the journal, for whoever follows them.
   *
   * @param after journal position, exclusive
   * @param receivedBefore only received before, so that the passages beside them can have come
   * @param window a passage at the same barrier so near in time is its record
   * @param limit at most so many
   */
  List<GateEvent> raisesAfter(long after, Instant receivedBefore, Duration window, int limit);

  /**
   * How many passages each gate had in each hour of its days, by enterprise, barrier and day; gates
   * without any on a day are left out.
   */
  List<GateHours> hours(LocalDate from, LocalDate to);

  /**
   * What happened at a gate.
   *
   * @param position its position in the journal
   * @param kind {@code barrier-raised}, {@code fault} or {@code recovered}
   * @param time when, by the gate
   * @param received when the platform heard of it
   * @param operator who raised the barrier, null otherwise
   * @param reason why it was raised, or what the gate says of its fault; may be null
   * @param code code of the fault, null for a raise
   * @param recorded whether a passage at the same barrier lies beside a raise
   */
  record GateEvent(
      long position,
      String enterprise,
      String barrier,
      String kind,
      Instant time,
      Instant received,
      String operator,
      String reason,
      String code,
      boolean recorded) {

    /** {@code G} + position in base 36, under which it is evidence. */
    public String id() {
      return "G" + Long.toString(position, 36);
    }
  }

  /**
   * Which events to list, newest first; null members do not restrict.
   *
   * @param position only the one at this journal position
   * @param from happened at or after
   * @param to happened before
   * @param cursor {@link Page#next} of the page before
   * @param limit 1 to 1000
   */
  record GateEventQuery(
      String enterprise,
      String divisionPrefix,
      String barrier,
      String kind,
      Long position,
      Instant from,
      Instant to,
      String cursor,
      int limit) {}

  /**
   * Passages of a gate by hour.
   *
   * @param passages 24 numbers, from midnight on
   */
  record GateHours(String enterprise, String barrier, LocalDate day, List<Integer> passages) {

    public GateHours {
      passages = List.copyOf(passages);
    }
  }

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
