package org.qingmen.api.internal.door;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.qingmen.model.ChinaTime;
import org.qingmen.spi.refusal.Refusal.Kind;

/** Query parameters: read strictly, refused by name. */
public final class Query {

  /** Days are those of the enterprises. */
  private static final int DEFAULT_LIMIT = 100;

  private static final int MOST = 1000;

  private Query() {}

  /** Items per page, 1 to 1000, 100 when not given. */
  public static int limit(String text) {
    if (text == null) {
      return DEFAULT_LIMIT;
    }
    if (!text.matches("[0-9]{1,4}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > MOST) {
      throw bad("limit", text);
    }
    return Integer.parseInt(text);
  }

  /** A day; null when not given. */
  public static LocalDate day(String name, String text) {
    try {
      return text == null || text.isBlank() ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw bad(name, text);
    }
  }

  /** A day that must be given. */
  public static LocalDate requiredDay(String name, String text) {
    LocalDate day = day(name, text);
    if (day == null) {
      throw bad(name, "");
    }
    return day;
  }

  /** A time, or the begin of a day; null when not given. */
  public static Instant from(String name, String text) {
    return instant(name, text, 0);
  }

  /** A time, or the end of a day; null when not given. */
  public static Instant to(String name, String text) {
    return instant(name, text, 1);
  }

  private static Instant instant(String name, String text, int days) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return text.length() == 10
          ? ChinaTime.startOf(LocalDate.parse(text).plusDays(days))
          // A plus in a query arrives as a blank unless it was encoded.
          : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
    } catch (DateTimeException e) {
      throw bad(name, text);
    }
  }

  /** A parameter that is not acceptable. */
  public static RuntimeException bad(String name, String text) {
    return Problems.refusal(Kind.INVALID, "bad-query", name, String.valueOf(text));
  }
}
