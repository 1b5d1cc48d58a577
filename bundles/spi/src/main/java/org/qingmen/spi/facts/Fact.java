package org.qingmen.spi.facts;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A fact of one of the platform's functions (a piece of evidence, an event at a gate, a sum of a
 * ledger), as rules of every kind but {@code gate}, {@code verification} and {@code grading} see
 * it: a kind and named values. Which values a kind has is written in the guide for rule authors.
 *
 * @param kind what it is, such as {@code evidence}
 * @param values values by name: {@link String}, {@link Double}, {@link Boolean}; dates as {@code
 *     yyyy-MM-dd}, times as RFC 3339 text; a value that is not known is left out
 */
public record Fact(String kind, Map<String, Object> values) {

  /** Takes the values over; whole numbers become doubles, nulls and what is no number left out. */
  public Fact {
    TreeMap<String, Object> kept = new TreeMap<>();
    values.forEach((name, value) -> keep(kept, name, value));
    values = Collections.unmodifiableMap(kept);
  }

  private static void keep(Map<String, Object> kept, String name, Object value) {
    if (value instanceof Number number) {
      if (Double.isFinite(number.doubleValue())) {
        kept.put(name, number.doubleValue());
      }
    } else if (value instanceof String || value instanceof Boolean) {
      kept.put(name, value);
    } else if (value != null) {
      kept.put(name, value.toString());
    }
  }

  /** What it is. */
  public String getKind() {
    return kind;
  }

  /** Whether the value is known. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** A value as text, an empty text when it is not known. */
  public String text(String name) {
    Object value = values.get(name);
    return value == null ? "" : value.toString();
  }

  /** A number; not-a-number, which every comparison denies, when it is not known. */
  public double number(String name) {
    return values.get(name) instanceof Double number ? number : Double.NaN;
  }

  /** A truth value, false when it is not known. */
  public boolean flag(String name) {
    return Boolean.TRUE.equals(values.get(name));
  }
}
