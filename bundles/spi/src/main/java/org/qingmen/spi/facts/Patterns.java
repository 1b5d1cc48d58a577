package org.qingmen.spi.facts;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Patterns in text parameters of rules. */
public final class Patterns {

  private static final int LONGEST = 100;

  private Patterns() {}

  /**
   * Whether a text of at most 100 characters has the form of a regular expression.
   *
   * @return false for null and for a longer text
   * @throws IllegalArgumentException when the parameter is no regular expression
   */
  public static boolean fits(String pattern, String text) {
    try {
      return text != null && text.length() <= LONGEST && Pattern.matches(pattern, text);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("no regular expression: " + pattern, e);
    }
  }
}
