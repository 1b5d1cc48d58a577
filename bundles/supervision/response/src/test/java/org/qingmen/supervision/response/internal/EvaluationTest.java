package org.qingmen.supervision.response.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qingmen.store.Draft;
import org.qingmen.store.testing.RegistryFixture;
import org.qingmen.supervision.response.Question;

/** Normal days against the days of the alert. */
class EvaluationTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  private static final Question ALL = new Question("e-1", "all", null, null);
  private static final Offset<Double> CLOSE = within(0.001);

  private final RegistryFixture store = new RegistryFixture();
  private final Scene scene = new Scene(store.registry);

  @AfterEach
  void close() {
    scene.close();
    store.close();
  }

  @Test
  void tripsThatWereForbiddenStandWithTheirEvidence() {
    week(10);
    scene.controls.add(Scene.stop());
    scene.trips.add(new Trip(LocalDateTime.parse("2026-10-12T09:00"), "4", "diesel", true, true));
    ObjectNode body =
        scene.evaluate(Scene.alert("2026-10-11T12:00:00", "2026-10-14T12:00:00"), ALL);

    assertThat(body.path("verdict").asText()).isEqualTo("not-met");
    assertThat(body.at("/alert/days")).hasSize(2);
    assertThat(body.at("/forbidden/trips").asInt()).isEqualTo(1);
    JsonNode evidence = body.at("/forbidden/evidence/0");
    assertThat(evidence.path("receipt").asText()).startsWith("R");
    assertThat(evidence.at("/controls/0").asText()).isEqualTo("p-1");
    assertThat(evidence.at("/reasons/0/zh").asText()).isEqualTo("停止公路运输");
    assertThat(body.at("/reasons/0/code").asText()).isEqualTo("response.forbidden-trips");
    assertThat(body.at("/judgement/hash").asText()).hasSize(64);
  }

  @Test
  void theReasonsNameNoControlBecauseOnlyTheEvidenceKnowsWhichOneForbadeATrip() {
    week(10);
    scene.controls.add(Scene.capped(100));
    scene.trips.add(new Trip(LocalDateTime.parse("2026-10-12T09:00"), "4", "diesel", true, true));
    ObjectNode body =
        scene.evaluate(Scene.alert("2026-10-11T00:00:00", "2026-10-14T00:00:00"), ALL);

    assertThat(body.at("/forbidden/trips").asInt()).isEqualTo(1);
    assertThat(body.path("reasons").toString())
        .contains("违规 1 车次")
        .doesNotContain("停止公路运输", "重型车上限");
    assertThat(body.at("/forbidden/evidence/0/reasons/0/zh").asText()).isEqualTo("停止公路运输");
  }

  @Test
  void aSampleOfNormalDaysIsDrawnAgainFromItsSeed() {
    week(10);
    EpisodeSpan span = Scene.alert("2026-10-11T00:00:00", "2026-10-13T00:00:00");
    JsonNode first = scene.evaluate(span, new Question("e-1", "sample", 4, null)).path("normal");
    long seed = Long.parseLong(first.path("seed").asText());
    JsonNode again = scene.evaluate(span, new Question("e-1", "sample", 4, seed)).path("normal");
    assertThat(first.path("days")).hasSize(4);
    assertThat(again.path("days")).isEqualTo(first.path("days"));
    assertThat(first.path("candidates")).hasSize(10);
  }

  @Test
  void gatesWithoutHeartbeatsLeaveTheOfflineHoursUnknown() {
    week(10);
    scene.heartbeats = false;
    scene.offlineMinutesPerDay = 1440;
    ObjectNode body =
        scene.evaluate(Scene.alert("2026-10-11T00:00:00", "2026-10-13T00:00:00"), ALL);
    assertThat(body.at("/offline/known").asBoolean()).isFalse();
    assertThat(body.at("/remarks/0/code").asText()).isEqualTo("response.offline-unknown");
  }

  @Test
  void machinesBelowTheStageDemandedAreNamed() {
    week(10);
    scene.controls.add(Scene.capped(100));
    store.registry.put(machine("2-A1", "2"), "test");
    store.registry.put(machine("3-A2", "3"), "test");
    ObjectNode body =
        scene.evaluate(Scene.alert("2026-10-11T00:00:00", "2026-10-13T00:00:00"), ALL);
    assertThat(body.at("/units/machinesToStop")).hasSize(1);
    assertThat(body.at("/units/machinesToStop/0").asText()).isEqualTo("2-A1");
    assertThat(body.path("cap").asInt()).isEqualTo(100);
    assertThat(body.path("remarks").toString()).contains("response.machines-to-stop");
  }

  private static Draft machine(String code, String stage) {
    String id = Scene.CEMENT.id();
    return new Draft("machine", id + "/" + code, id, "130203", "{\"stage\": \"" + stage + "\"}");
  }

  /** 1,500 random enterprises, days and alerts against the oracle. */
  @Test
  void anEvaluationIsThatOfTheOracleOnRandomAlerts() {
    Random random = new Random(612);
    for (int i = 0; i < 1500; i++) {
      scene.clear();
      int days = random.nextInt(9);
      randomTraffic(random, days);
      LocalDateTime from = FIRST.plusDays(10).atTime(random.nextInt(3) * 6, 0);
      LocalDateTime to = from.plusHours(6 * (1 + random.nextInt(20)));
      scene.offlineMinutesPerDay = random.nextInt(3) == 0 ? random.nextInt(1440) : 0;
      Integer cap = random.nextBoolean() ? random.nextInt(15) : null;
      scene.controls.add(cap == null ? Scene.stop() : Scene.capped(cap));
      ObjectNode body = scene.evaluate(Scene.alert(from + ":00", to + ":00"), ALL);
      ResponseOracle oracle =
          new ResponseOracle(
              scene.trips, scene.normalDays, from, to, cap, scene.offlineMinutesPerDay / 1440.0);
      String as = "alert %d: %s".formatted(i, body.path("reasons"));
      assertThat(body.at("/normal/trips").asDouble()).as(as).isEqualTo(oracle.normal, CLOSE);
      assertThat(body.at("/alert/trips").asDouble()).as(as).isEqualTo(oracle.alert, CLOSE);
      assertThat(body.at("/normal/heavyTrips").asDouble()).isEqualTo(oracle.normalHeavy, CLOSE);
      assertThat(body.at("/alert/heavyTrips").asDouble()).isEqualTo(oracle.alertHeavy, CLOSE);
      assertThat(body.at("/forbidden/trips").asLong()).as(as).isEqualTo(oracle.forbidden);
      assertThat(body.at("/emissions/nox").asDouble()).as(as).isEqualTo(oracle.nox, CLOSE);
      assertThat(body.path("verdict").asText()).as(as).isEqualTo(oracle.verdict);
    }
  }

  private void randomTraffic(Random random, int normal) {
    for (int d = 0; d < normal; d++) {
      scene.normalDays.add(FIRST.plusDays(d));
    }
    String[] stages = {"4", "5", "6", "D"};
    for (int d = 0; d < 20; d++) {
      boolean alert = d >= 10;
      int number = random.nextInt(alert && random.nextBoolean() ? 2 : 30);
      for (int i = 0; i < number; i++) {
        String stage = stages[random.nextInt(stages.length)];
        String fuel =
            stage.equals("D") ? "electric" : random.nextInt(3) == 0 ? "natural-gas" : "diesel";
        boolean denied = alert && random.nextInt(40) == 0;
        LocalDateTime time = FIRST.plusDays(d).atTime(random.nextInt(24), random.nextInt(60));
        scene.trips.add(new Trip(time, stage, fuel, random.nextBoolean(), denied));
      }
    }
  }

  /** Ten normal days with six trips each, and a quiet alert. */
  private void week(int days) {
    for (int d = 0; d < days; d++) {
      scene.normalDays.add(FIRST.plusDays(d));
      for (int i = 0; i < 6; i++) {
        LocalDateTime time = FIRST.plusDays(d).atTime(8 + i, 0);
        scene.trips.add(new Trip(time, "5", "diesel", true, false));
      }
    }
  }
}
