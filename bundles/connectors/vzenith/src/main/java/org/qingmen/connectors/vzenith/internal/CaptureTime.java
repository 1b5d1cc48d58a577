package org.qingmen.connectors.vzenith.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.qingmen.spi.device.RefusedException;

/**
 * When a picture was taken. The camera says it twice: as epoch seconds and as local calendar
 * members ({@code dec...}). The seconds count; a disagreement is flagged.
 *
 * @param zone zone of the site
 */
record CaptureTime(ZoneId zone) {

  private static final long YEAR_2200 = 7_258_118_400L;

  void put(Map<String, Object> fields, Members stamp) {
    Number seconds = stamp.number("sec");
    LocalDateTime calendar = calendar(stamp);
    String time = null;
    if (seconds != null && seconds.longValue() > 0) {
      time = text(Instant.ofEpochSecond(checked(seconds)).atZone(zone).toLocalDateTime());
    } else if (calendar != null) {
      time = text(calendar);
    }
    fields.put("epoch", seconds);
    fields.put("usec", stamp.number("usec"));
    fields.put("time", time);
    if (calendar != null) {
      fields.put("localTime", DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(calendar));
      fields.put("timeDisagrees", !text(calendar).equals(time));
    }
  }

  private static long checked(Number seconds) {
    if (seconds.longValue() > YEAR_2200) {
      throw new RefusedException("out-of-range", Map.of("field", "sec", "value", seconds));
    }
    return seconds.longValue();
  }

  private String text(LocalDateTime local) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local.atZone(zone));
  }

  private static LocalDateTime calendar(Members stamp) {
    Number year = stamp.number("decyear");
    Number month = stamp.number("decmon");
    Number day = stamp.number("decday");
    if (year == null || month == null || day == null || year.intValue() == 0) {
      return null;
    }
    try {
      return LocalDateTime.of(
          year.intValue(),
          month.intValue(),
          day.intValue(),
          orZero(stamp.number("dechour")),
          orZero(stamp.number("decmin")),
          orZero(stamp.number("decsec")));
    } catch (DateTimeException e) {
      throw new RefusedException(
          "out-of-range", Map.of("field", "Timeval", "value", e.getMessage()));
    }
  }

  private static int orZero(Number number) {
    return number == null ? 0 : number.intValue();
  }
}
