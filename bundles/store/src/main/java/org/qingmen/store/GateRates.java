package org.qingmen.store;

import java.util.List;

/** How reliably gates are online and send what passed, added up from {@link GateHistory}. */
public interface GateRates {

  /** What can be grouped by; an enterprise of several industries counts under each of them. */
  enum Group {
    ENTERPRISE,
    BARRIER,
    INDUSTRY,
    DIVISION,
    DAY,
    MONTH,
    YEAR;

    /** The name in the API. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Rates by group, ordered by the group values. */
  List<Row> query(List<Group> groups, Period period, String divisionPrefix, String enterprise);

  /**
   * Gates of one group.
   *
   * @param values value of each group, in its order
   * @param onlineMinutes minutes online
   * @param expectedMinutes minutes that have passed
   * @param passages passages received
   * @param inTime of these, received within the transmission limit
   * @param expected passages that the gates counted themselves, or received where a gate does not
   *     count or counted less
   * @param withPicture passages with a picture
   */
  record Row(
      List<String> values,
      long onlineMinutes,
      long expectedMinutes,
      long passages,
      long inTime,
      long expected,
      long withPicture) {

    public Row {
      values = List.copyOf(values);
    }

    /** Share of the time online, 0 to 1; null when no time has passed. */
    public Double onlineRate() {
      return rate(onlineMinutes, expectedMinutes);
    }

    /** Share of the passages that arrived in time, 0 to 1; null when nothing passed. */
    public Double transmissionRate() {
      return rate(inTime, expected);
    }

    /** Share of the passages received that have a picture, 0 to 1; null when there are none. */
    public Double pictureRate() {
      return rate(withPicture, passages);
    }

    private static Double rate(long part, long whole) {
      return whole == 0 ? null : (double) part / whole;
    }
  }
}
