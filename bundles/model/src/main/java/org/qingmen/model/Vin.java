package org.qingmen.model;

import java.util.regex.Pattern;

/**
 * A vehicle identification number (GB 16735).
 *
 * @param value as sent, upper case; may be malformed, because a record is never refused for it
 */
public record Vin(String value) {

  private static final Pattern FORM = Pattern.compile("[A-HJ-NPR-Z0-9]{17}");
  private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";
  private static final String VALUES = "12345678123457923456789";
  private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};

  public Vin {
    if (value == null || value.isBlank() || value.length() > 32) {
      throw new IllegalArgumentException("a VIN has 1 to 32 characters as sent: " + value);
    }
  }

  /** Whether it has 17 characters of the permitted set. */
  public boolean wellFormed() {
    return FORM.matcher(value).matches();
  }

  /** Whether position 9 is the check digit of the other sixteen. */
  public boolean checkDigitRight() {
    if (!wellFormed()) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += WEIGHTS[i] * valueOf(value.charAt(i));
    }
    int rest = sum % 11;
    return value.charAt(8) == (rest == 10 ? 'X' : (char) ('0' + rest));
  }

  /**
   * Whether the maker's prefix obliges it to carry a right check digit: China (L) and North America
   * (1 to 5). Elsewhere a failing digit is information only.
   */
  public boolean checkDigitBinding() {
    char first = value.charAt(0);
    return first == 'L' || (first >= '1' && first <= '5');
  }

  private static int valueOf(char c) {
    return Character.isDigit(c) ? c - '0' : VALUES.charAt(LETTERS.indexOf(c)) - '0';
  }
}
