package org.qingmen.supervision.alarms.internal.watch;

/** Keys of alarms. */
final class Keys {

  private static final int LONGEST = 160;

  private Keys() {}

  /** A key that is not too long to be stored. */
  static String cut(String key) {
    return key.substring(0, Math.min(LONGEST, key.length()));
  }
}
