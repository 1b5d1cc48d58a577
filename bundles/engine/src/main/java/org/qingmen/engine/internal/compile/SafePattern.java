package org.qingmen.engine.internal.compile;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Regular expressions that come to an end soon on every text: nothing within a repetition is
 * repeated, chosen or left out, few repetitions follow each other, and nothing looks around or
 * refers back.
 */
final class SafePattern {

  private static final int MOST_OPEN = 3;
  private static final int MOST_OPTIONAL = 8;
  private static final int LARGEST_COUNT = 200;

  private final String text;
  private int at;
  private int open;
  private int optional;
  private boolean safe = true;

  private SafePattern(String text) {
    this.text = text;
  }

  /** Whether the expression is one of these. */
  static boolean ends(String pattern) {
    SafePattern read = new SafePattern(pattern);
    try {
      Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      return false;
    }
    read.choices();
    return read.safe
        && read.at == pattern.length()
        && read.open <= MOST_OPEN
        && read.optional <= MOST_OPTIONAL;
  }

  /** Reads up to the end of a bracket; says whether something in it can match in several ways. */
  private boolean choices() {
    boolean several = false;
    while (at < text.length() && text.charAt(at) != ')') {
      if (text.charAt(at) == '|') {
        several = true;
        at++;
      } else {
        several |= repeated();
      }
    }
    return several;
  }

  /** Reads one thing and how often it may come. */
  private boolean repeated() {
    boolean several = thing();
    if (at >= text.length() || "*+?{".indexOf(text.charAt(at)) < 0) {
      return several;
    }
    boolean single = text.charAt(at) == '?';
    int most = most();
    if (most < 0) {
      open++;
    } else if (single) {
      optional++;
    }
    safe &= !several || single;
    safe &= most <= LARGEST_COUNT;
    if (at < text.length() && "?+".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return true;
  }

  private boolean thing() {
    char first = text.charAt(at);
    at++;
    if (first == '(') {
      return bracket();
    }
    if (first == '[') {
      characters();
    } else if (first == '\\') {
      escape();
    }
    return false;
  }

  private boolean bracket() {
    if (at < text.length() && text.charAt(at) == '?') {
      safe &= text.startsWith("?:", at);
      at += 2;
    }
    boolean several = choices();
    at++;
    return several;
  }

  private void characters() {
    int depth = 1;
    while (at < text.length() && depth > 0) {
      char c = text.charAt(at);
      at += c == '\\' ? 2 : 1;
      depth += c == '[' ? 1 : c == ']' ? -1 : 0;
    }
  }

  private void escape() {
    char escaped = text.charAt(at);
    at++;
    safe &= "dDsSwW.*+?()[]{}|^$\\-/".indexOf(escaped) >= 0;
  }

  /** How often at most; negative for any number. */
  private int most() {
    char sign = text.charAt(at);
    at++;
    if (sign != '{') {
      return sign == '?' ? 1 : -1;
    }
    int end = text.indexOf('}', at);
    String[] counts = text.substring(at, end).split(",", -1);
    at = end + 1;
    String last = counts[counts.length - 1];
    return last.isEmpty() ? -1 : Integer.parseInt(last);
  }
}
