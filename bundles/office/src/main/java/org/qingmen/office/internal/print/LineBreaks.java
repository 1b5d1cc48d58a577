package org.qingmen.office.internal.print;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks texts into lines: Chinese between any two characters, except before a closing and after an
 * opening mark; Latin words and numbers between them, unless one alone is longer than the line.
 */
final class LineBreaks {

  private static final String NEVER_FIRST = "，。、；：！？）】》」』〉％%)]}!?,.;:…—”’";
  private static final String NEVER_LAST = "（【《「『〈([{“‘￥$";

  private final Lettering lettering;

  LineBreaks(Lettering lettering) {
    this.lettering = lettering;
  }

  /** Lines that fit; at least one, which may be empty. */
  List<String> lines(String text, float size, float width) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : lettering.printable(text).split("\n", -1)) {
      wrap(paragraph, size, width, lines);
    }
    return lines;
  }

  private void wrap(String text, float size, float width, List<String> lines) {
    int start = 0;
    while (start < text.length()) {
      int end = fitting(text, start, size, width);
      if (end < text.length()) {
        end = goodBreak(text, start, end);
      }
      lines.add(text.substring(start, end).stripTrailing());
      start = end;
      while (start < text.length() && text.charAt(start) == ' ') {
        start++;
      }
    }
    if (text.isEmpty()) {
      lines.add("");
    }
  }

  /** End of the longest piece that fits; at least one character. */
  private int fitting(String text, int start, float size, float width) {
    float sum = 0;
    int end = start;
    while (end < text.length()) {
      int next = end + Character.charCount(text.codePointAt(end));
      sum += lettering.width(text.substring(end, next), size);
      if (sum > width && end > start) {
        return end;
      }
      end = next;
    }
    return end;
  }

  private static int goodBreak(String text, int start, int end) {
    for (int at = end; at > start; at--) {
      if (mayBreak(text, at)) {
        return at;
      }
    }
    return end;
  }

  private static boolean mayBreak(String text, int at) {
    char before = text.charAt(at - 1);
    char after = text.charAt(at);
    if (Character.isLowSurrogate(after)) {
      return false;
    }
    if (before == ' ' || after == ' ') {
      return true;
    }
    if (NEVER_FIRST.indexOf(after) >= 0 || NEVER_LAST.indexOf(before) >= 0) {
      return false;
    }
    return !(isWord(before) && isWord(after));
  }

  private static boolean isWord(char c) {
    return c < 0x2E80 && (Character.isLetterOrDigit(c) || "._-+/:@".indexOf(c) >= 0);
  }
}
