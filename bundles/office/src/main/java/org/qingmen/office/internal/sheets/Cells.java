package org.qingmen.office.internal.sheets;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Values as plain text. */
final class Cells {

  /** China has one time zone, and paper shows its clock. */
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private Cells() {}

  /** A value as it stands in a CSV file. */
  static String plain(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (value instanceof Double || value instanceof Float) {
      return number(new BigDecimal(value.toString()));
    }
    if (value instanceof Instant instant) {
      return ISO_OFFSET_DATE_TIME.format(local(instant).atZone(ZONE));
    }
    return value.toString();
  }

  /** A number without exponent and without zeros that say nothing. */
  static String number(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** The clock in China, to the second. */
  static LocalDateTime local(Instant instant) {
    return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.SECONDS), ZONE);
  }
}
