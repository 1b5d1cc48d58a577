package org.qingmen.office.internal.sheets;

import java.util.regex.Pattern;

/** Which number formats of Excel show a date; the file only says that the cell is a number. */
final class DateFormats {

  /** What stands in quotes, in brackets or behind a backslash is not a letter of the format. */
  private static final Pattern DECORATION =
      Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|(?i:general)");

  private DateFormats() {}

  static boolean isDate(Integer id, String format) {
    if (id != null && builtIn(id)) {
      return true;
    }
    if (format == null) {
      return false;
    }
    return DECORATION
        .matcher(format)
        .replaceAll("")
        .chars()
        .anyMatch(c -> "yYdDhHsS年月日".indexOf(c) >= 0);
  }

  private static boolean builtIn(int id) {
    return id >= 14 && id <= 22
        || id >= 27 && id <= 36
        || id >= 45 && id <= 47
        || id >= 50 && id <= 58;
  }
}
