package org.qingmen.supervision.alarms.internal.book;

/** Whom an alarm is handed to: the division above. */
final class Levels {

  private Levels() {}

  /**
   * The division an alarm is handed to.
   *
   * @param division six digits of where it is, null when unknown
   * @param level how often it was handed up
   * @return six digits, null when there is nobody above
   */
  static String above(String division, int level) {
    if (division == null) {
      return null;
    }
    int significant = division.endsWith("0000") ? 2 : division.endsWith("00") ? 4 : 6;
    int above = significant - 2 * (level + 1);
    // Above the province is the state, which has no desk in this house.
    return above < 2 ? null : division.substring(0, above) + "000000".substring(above);
  }
}
