package org.qingmen.model;

import java.util.regex.Pattern;

/**
 * An administrative division (GB/T 2260), six digits; {@code 000000} is the whole country, {@code
 * 130000} a province, {@code 130200} a city, {@code 130203} a county.
 */
public record Division(String code) {

  private static final Pattern FORM = Pattern.compile("[0-9]{6}");

  /** The whole country. */
  public static final Division NATION = new Division("000000");

  public Division {
    if (code == null || !FORM.matcher(code).matches()) {
      throw new IllegalArgumentException("a division code has six digits (GB/T 2260): " + code);
    }
  }

  /** Whether {@code other} is this division or lies in it. */
  public boolean contains(Division other) {
    return other.code.startsWith(prefix());
  }

  /** The significant digits: 0, 2, 4 or 6 of them. */
  public String prefix() {
    if ("000000".equals(code)) {
      return "";
    }
    return code.endsWith("0000")
        ? code.substring(0, 2)
        : code.endsWith("00") ? code.substring(0, 4) : code;
  }
}
