package org.qingmen.intake.internal.passage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.qingmen.engine.NativePassages;
import org.qingmen.model.GatePassage;

class RecentTrafficTest {

  private static final String CEMENT = "91130200700000001K001P";
  private static final String STEEL = "91130100700000002K001P";

  private final RecentTraffic traffic = new RecentTraffic();

  private static GatePassage passage(
      String enterprise, String barrier, String direction, String time) {
    String json =
        """
        {"enterprise": "%s", "serial": "x", "barrier": "%s", "direction": "%s",
         "time": "2026-10-%s+08:00", "plate": {"number": "冀B12345", "colour": "yellow"}}"""
            .formatted(enterprise, barrier, direction, time);
    return NativePassages.read(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aVehicleIsInsideFromItsEntryUntilItsExit() {
    GatePassage entry = passage(CEMENT, "A01", "in", "01T08:00:00");
    assertThat(traffic.insideSeconds(entry)).isNull();
    traffic.note(entry);
    GatePassage exit = passage(CEMENT, "A02", "out", "01T08:30:00");
    assertThat(traffic.insideSeconds(exit)).isEqualTo(1800);
    traffic.note(exit);
    assertThat(traffic.insideSeconds(passage(CEMENT, "A01", "in", "01T09:00:00"))).isNull();
  }

  @Test
  void anEntryOfLongAgoSaysNothing() {
    traffic.note(passage(CEMENT, "A01", "in", "01T08:00:00"));
    assertThat(traffic.insideSeconds(passage(CEMENT, "A02", "out", "08T08:00:01"))).isNull();
  }

  @Test
  void aPlateWasSeenBeforeAtTheLastPlaceThatReportedIt() {
    traffic.note(passage(CEMENT, "A01", "in", "01T08:00:00"));
    RecentTraffic.Sighting before = traffic.before(passage(STEEL, "S1", "in", "01T08:10:00"));
    assertThat(before.enterprise()).isEqualTo(CEMENT);
    assertThat(before.barrier()).isEqualTo("A01");
    assertThat(before.in()).isTrue();
  }

  @Test
  void whatWasSeenLaterOrLongBeforeIsNoSightingBefore() {
    traffic.note(passage(CEMENT, "A01", "in", "01T08:00:00"));
    assertThat(traffic.before(passage(STEEL, "S1", "in", "01T07:59:59"))).isNull();
    assertThat(traffic.before(passage(STEEL, "S1", "in", "01T14:00:01"))).isNull();
  }
}
