package org.qingmen.engine.internal.cover;

import java.time.LocalDate;
import org.qingmen.engine.internal.pack.CaseText;
import org.qingmen.spi.pack.Parameter;

/** Days of cases. */
final class Days {

  private static final LocalDate ORDINARY = LocalDate.of(2026, 10, 1);

  private Days() {}

  /** Whether a parameter holds on the day of a case. */
  static boolean holds(Parameter parameter, CaseText text) {
    return parameter.holds(of(text));
  }

  /** The last day of a period, the day, the day of the time, or an ordinary one. */
  private static LocalDate of(CaseText text) {
    for (String name : new String[] {"to", "day", "time"}) {
      if (text.given().hasNonNull(name)) {
        return LocalDate.parse(text.given().get(name).asText().substring(0, 10));
      }
    }
    return ORDINARY;
  }
}
