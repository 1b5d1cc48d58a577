package org.qingmen.office.internal.sheets;

import java.io.IOException;
import java.io.Reader;

/** Which character separates the cells: the one that the first row holds most often. */
final class Separator {

  private static final char[] CANDIDATES = {',', ';', '\t'};
  private static final int FAR = 1 << 20;

  private Separator() {}

  static char of(Reader in) throws IOException {
    int[] counts = new int[CANDIDATES.length];
    boolean quoted = false;
    boolean begun = false;
    for (int i = 0, c = in.read(); i < FAR && c >= 0; i++, c = in.read()) {
      quoted ^= c == '"';
      boolean end = !quoted && (c == '\n' || c == '\r');
      if (end && begun) {
        break;
      }
      begun |= !end;
      for (int one = 0; !quoted && one < CANDIDATES.length; one++) {
        counts[one] += c == CANDIDATES[one] ? 1 : 0;
      }
    }
    int best = 0;
    for (int one = 1; one < CANDIDATES.length; one++) {
      best = counts[one] > counts[best] ? one : best;
    }
    return CANDIDATES[best];
  }
}
