package org.qingmen.engine.internal.decide;

import org.qingmen.model.Text;

/**
 * What may stand in a message: values that read the same in every run. Other objects show a number
 * the machine drew for them, and the decision could not be replayed.
 */
final class Sayable {

  private Sayable() {}

  /**
   * The values as given.
   *
   * @throws IllegalArgumentException when one of them is no value; the rule then fails
   */
  static Object[] all(Object... values) {
    for (Object value : values) {
      if (!steady(value)) {
        throw new IllegalArgumentException("a message cannot show " + kind(value));
      }
    }
    return values;
  }

  /** What kind of object it is, never which one. */
  static String kind(Object value) {
    return value == null ? "null" : value.getClass().getSimpleName();
  }

  private static boolean steady(Object value) {
    if (value == null
        || value instanceof String
        || value instanceof Boolean
        || value instanceof Character
        || value instanceof Text
        || value instanceof Enum<?>) {
      return true;
    }
    String home = value.getClass().getPackageName();
    return home.equals("java.time")
        || value instanceof Number && (home.equals("java.lang") || home.equals("java.math"));
  }
}
