package org.qingmen.spi.facts;

/** Lists in text parameters of rules: items separated by commas. */
public final class Lists {

  private Lists() {}

  /** Whether the list holds the item; null is in no list. */
  public static boolean has(String list, String item) {
    if (item == null) {
      return false;
    }
    for (String one : list.split(",")) {
      if (one.strip().equals(item)) {
        return true;
      }
    }
    return false;
  }
}
