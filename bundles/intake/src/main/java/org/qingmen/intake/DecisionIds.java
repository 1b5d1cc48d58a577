package org.qingmen.intake;

import java.util.Locale;
import java.util.OptionalLong;

/**
 * Ids of decisions: {@code D} and the journal position in base 36, so that none is ever looked up.
 */
public final class DecisionIds {

  private DecisionIds() {}

  /** Id of the decision in the journal entry at this position. */
  public static String of(long position) {
    return "D" + Long.toString(position, 36).toUpperCase(Locale.ROOT);
  }

  /** Position of a decision; empty when the id is none. */
  public static OptionalLong position(String id) {
    if (id == null || !id.matches("D[0-9A-Z]{1,12}")) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(Long.parseLong(id.substring(1), 36));
  }
}
