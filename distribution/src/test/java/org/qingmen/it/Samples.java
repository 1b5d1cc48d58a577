package org.qingmen.it;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Made-up enterprises and records for tests. */
final class Samples {

  private Samples() {}

  /** This second as RFC 3339 wants it: with seconds even where they are zero. */
  static String now() {
    return inSeconds(0);
  }

  /** A second to come, written likewise. */
  static String inSeconds(int seconds) {
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.ofHours(8)).plusSeconds(seconds);
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(now.truncatedTo(ChronoUnit.SECONDS));
  }

  /** Registers an enterprise that makes cement. */
  static void cementPlant(Api admin, String id, String division) {
    Api.Answer answer =
        admin.put(
            "/enterprises/" + id,
            """
            {"name": "试验水泥厂", "division": "%s", "industries": [{"code": "I15"}],
             "declaredGrade": "B"}"""
                .formatted(division));
    if (answer.status() != 200) {
      throw new IllegalStateException("the enterprise was not registered: " + answer);
    }
  }

  /** A native passage of a heavy diesel truck. */
  static String passage(String enterprise, String serial, String plate, String stage) {
    return passage(enterprise, serial, plate, stage, "in", "2026-10-01T08:00:00+08:00");
  }

  /** A native passage of a heavy diesel truck. */
  static String passage(
      String enterprise, String serial, String plate, String stage, String direction, String time) {
    return """
        {"enterprise": "%s", "serial": "%s", "barrier": "A01", "direction": "%s", "time": "%s",
         "plate": {"number": "%s", "colour": "yellow"},
         "vehicle": {"type": "Q11", "fuel": "diesel", "stage": "%s", "usage": "freight"},
         "cargo": {"name": "石灰石", "tonnes": 30.5}}"""
        .formatted(enterprise, serial, direction, time, plate, stage);
  }
}
