package org.qingmen.supervision.control.internal;

import java.util.List;
import org.qingmen.model.Division;

/** What several divisions have in common. */
final class Divisions {

  private Divisions() {}

  /** The smallest division that holds all of them; the whole country when there are none. */
  static String common(List<String> codes) {
    String prefix = codes.isEmpty() ? "" : new Division(codes.get(0)).prefix();
    for (String code : codes) {
      while (!code.startsWith(prefix)) {
        prefix = prefix.substring(0, prefix.length() - 2);
      }
    }
    return (prefix + "000000").substring(0, 6);
  }

  /** Whether a division lies in one of these. */
  static boolean holds(List<String> codes, String division) {
    return codes.stream().anyMatch(code -> division.startsWith(prefix(code)));
  }

  /** Significant digits of a code whose form was checked before; for every passage, so fast. */
  private static String prefix(String code) {
    if (code.endsWith("000000")) {
      return "";
    }
    return code.endsWith("0000")
        ? code.substring(0, 2)
        : code.endsWith("00") ? code.substring(0, 4) : code;
  }

  /** Whether two divisions touch: one lies in the other. The first may be a mere prefix. */
  static boolean touches(String prefix, String code) {
    Division one = new Division((prefix + "000000").substring(0, 6));
    Division other = new Division(code);
    return one.contains(other) || other.contains(one);
  }
}
