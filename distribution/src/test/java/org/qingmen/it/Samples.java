package org.qingmen.it;

/** Made-up enterprises and records for tests. */
final class Samples {

  private Samples() {}

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
