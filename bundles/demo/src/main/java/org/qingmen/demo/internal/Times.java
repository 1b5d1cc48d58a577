package org.qingmen.demo.internal;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/** Times as the contract writes them, seconds always shown. */
final class Times {

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");

  private Times() {}

  static String text(OffsetDateTime time) {
    return time.format(FORM);
  }
}
