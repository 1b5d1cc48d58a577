package org.qingmen.spi.facts;

/**
 * A code of the record that is in no table; its raw value is kept and nothing is guessed. A rule
 * makes a finding of it.
 *
 * @param field JSON pointer of the member, such as {@code /vehicle/fuel}
 * @param value the code as sent
 */
public record Unmapped(String field, String value) {

  /** JSON pointer of the member. */
  public String getField() {
    return field;
  }

  /** The code as sent. */
  public String getValue() {
    return value;
  }
}
