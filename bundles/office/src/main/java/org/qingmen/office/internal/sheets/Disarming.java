package org.qingmen.office.internal.sheets;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet from running what somebody wrote into a text: a text that begins like a
 * formula gets an apostrophe in front, and loses it again when it is read.
 */
final class Disarming {

  private static final String FIRST = "=+-@\t\r\n|";
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

  private Disarming() {}

  /** The text as it may stand in a CSV file. */
  static String arm(String text) {
    return needsArms(text) ? "'" + text : text;
  }

  /** The text that was meant. */
  static String disarm(String cell) {
    return cell.startsWith("'") && needsArms(cell.substring(1)) ? cell.substring(1) : cell;
  }

  /** Also true of a text that would look as if it had been disarmed already. */
  private static boolean needsArms(String text) {
    int start = 0;
    while (start < text.length() && text.charAt(start) == '\'') {
      start++;
    }
    return dangerous(text.substring(start));
  }

  private static boolean dangerous(String text) {
    String bare = text.stripLeading();
    boolean formula = !bare.isEmpty() && FIRST.indexOf(bare.charAt(0)) >= 0;
    boolean control = !text.isEmpty() && FIRST.indexOf(text.charAt(0)) >= 0;
    return (formula || control) && !NUMBER.matcher(text).matches();
  }
}
