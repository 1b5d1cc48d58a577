package org.qingmen.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A transport grade from records, ledgers and registers, with the way to the next one. */
@ExtendWith(SharedServer.class)
class GradeIT {

  private static final String PLANT = "91130200700000051K001P";
  private static final String STEEL = "91130200700000052M001P";
  private static final String PERIOD = "/grade?from=2026-08-01&to=2026-08-31";

  @Test
  void aCementPlantWithNineTenthsOfChinaFiveGetsBAndIsToldWhatIsMissingForA(ServerProcess server) {
    Api admin = Api.admin(server);
    Samples.cementPlant(admin, PLANT, "130203");
    unit(admin, PLANT, "in-plant-vehicles/C01", "6");
    unit(admin, PLANT, "machines/3-AB12345", "3");
    String position = trips(admin, 90, "5", 10, "4");

    JsonNode grade = admin.getAfter(position, "/enterprises/" + PLANT + PERIOD).body();
    assertThat(grade.path("grade").asText()).as("%s", grade).isEqualTo("B");
    assertThat(grade.path("policy").asText()).isEqualTo("环办大气函〔2020〕340号");
    assertThat(grade.path("verified").asBoolean()).isTrue();
    JsonNode road = indicator(grade, "road.v-or-nev.share");
    assertThat(road.path("value").asDouble()).isEqualTo(0.9);
    assertThat(road.path("base").asInt()).isEqualTo(100);
    assertThat(grade.path("gaps").toString())
        .contains("\"grade\":\"A\"", "road.v-or-nev.share", "\"missing\":10");
    assertThat(grade.at("/paths/0/grade").asText()).as("%s", grade).isEqualTo("A");
    assertThat(grade.at("/paths/0/steps/0/change").asInt()).isEqualTo(10);
    assertThat(grade.at("/paths/0/steps/0/indicator").asText()).isEqualTo("road.v-or-nev.share");
    assertThat(grade.at("/rulePack/id").asText()).isEqualTo("cn.340.i15-cement");

    String decision = grade.path("decision").asText();
    assertThat(
            admin
                .post("/decisions/" + decision + "/replay", "")
                .body()
                .path("identical")
                .asBoolean())
        .isTrue();
    assertThat(admin.get("/enterprises/" + PLANT + PERIOD).body().path("decision").asText())
        .as("the same facts give the same stored decision")
        .isEqualTo(decision);

    theTankersAreLeftOut(admin);
    onePolluterOfChinaThreeCostsTheGrade(admin);
  }

  @Test
  void aRecordedRailSpurPlanCountsApartUntilItsLastDay(ServerProcess server) {
    Api admin = Api.admin(server);
    steelWorks(admin);
    LocalDate today = OffsetDateTime.parse(Samples.now()).toLocalDate();
    String position = admin.post("/passages", passage(STEEL, "1", "5", Samples.now())).position();
    JsonNode measured = admin.getAfter(position, steelGrade(today)).body();
    assertThat(measured.path("grade").asText()).as("%s", measured).isEqualTo("C");
    assertThat(measured.has("waivers")).isFalse();

    String plan =
        """
        {"plannedDate": "%s", "ratio": 0.8, "validFrom": "%s", "validUntil": "%s"}"""
            .formatted(today.plusYears(1), today.minusYears(1), today);
    String spur = "/enterprises/" + STEEL + "/spur-plans/ZX-01";
    assertThat(admin.put(spur, plan).status()).isEqualTo(200);
    JsonNode waived = admin.get(steelGrade(today)).body();
    assertThat(waived.path("grade").asText()).as("%s", waived).isEqualTo("A");
    JsonNode waiver = waived.at("/waivers/0");
    assertThat(waiver.path("what").asText()).isEqualTo("ZX-01");
    assertThat(waiver.path("until").asText()).isEqualTo(today.toString());
    assertThat(waiver.path("grades")).extracting(JsonNode::asText).containsExactly("A", "B");
    assertThat(indicator(waived, "clean.share").path("value"))
        .as("what was measured stays")
        .isEqualTo(indicator(measured, "clean.share").path("value"));
    String replay = "/decisions/" + waived.path("decision").asText() + "/replay";
    assertThat(admin.post(replay, "").body().path("identical").asBoolean()).isTrue();

    JsonNode after = admin.get(steelGrade(today.plusDays(1))).body();
    assertThat(after.path("grade").asText()).isEqualTo("C");
    assertThat(after.has("waivers")).as("its last day is over").isFalse();
    Api.Answer refused = admin.put(spur, plan.replace(today.plusYears(1).toString(), "2027-02-30"));
    assertThat(refused.body().at("/errors/0/code").asText()).isEqualTo("not-a-date");
  }

  private static String steelGrade(LocalDate to) {
    return "/enterprises/" + STEEL + "/grade?from=" + to.minusDays(20) + "&to=" + to;
  }

  private static void steelWorks(Api admin) {
    String body =
        """
        {"name": "试验钢铁厂", "division": "130203", "industries": [{"code": "I01"}]}""";
    assertThat(admin.put("/enterprises/" + STEEL, body).status()).isEqualTo(200);
    unit(admin, STEEL, "in-plant-vehicles/C01", "6");
    unit(admin, STEEL, "machines/3-AB12346", "3");
  }

  private static void theTankersAreLeftOut(Api admin) {
    String tanker =
        passage(900, "2").replace("\"usage\"", "\"trailer\": \"bulk-cement-tanker\", \"usage\"");
    String position = admin.post("/passages", tanker).position();
    JsonNode grade = admin.getAfter(position, "/enterprises/" + PLANT + PERIOD).body();
    assertThat(grade.path("grade").asText()).isEqualTo("B");
    assertThat(indicator(grade, "road.v-or-nev.share").path("excluded").asInt()).isEqualTo(1);
  }

  private static void onePolluterOfChinaThreeCostsTheGrade(Api admin) {
    String position = admin.post("/passages", passage(901, "3")).position();
    JsonNode grade = admin.getAfter(position, "/enterprises/" + PLANT + PERIOD).body();
    assertThat(grade.path("grade").asText()).isEqualTo("C");
    assertThat(indicator(grade, "road.min-stage-of-rest").path("value").asText()).isEqualTo("3");
  }

  private static String trips(Api admin, int clean, String stage, int rest, String restStage) {
    List<String> records = new ArrayList<>();
    for (int i = 0; i < clean + rest; i++) {
      records.add(passage(i, i < clean ? stage : restStage));
    }
    return admin.post("/passages", "[" + String.join(",", records) + "]").position();
  }

  private static String passage(int number, String stage) {
    String time = "2026-08-%02dT10:00:00+08:00".formatted(1 + number % 28);
    return passage(PLANT, "" + number, stage, time);
  }

  private static String passage(String plant, String number, String stage, String time) {
    String plate = "冀B%05d".formatted(40000 + Integer.parseInt(number));
    return Samples.passage(plant, "G-" + number, plate, stage, "in", time);
  }

  private static void unit(Api admin, String plant, String path, String stage) {
    Api.Answer answer =
        admin.put("/enterprises/" + plant + "/" + path, "{\"stage\": \"" + stage + "\"}");
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
  }

  private static JsonNode indicator(JsonNode grade, String code) {
    for (JsonNode indicator : grade.path("indicators")) {
      if (code.equals(indicator.path("code").asText())) {
        return indicator;
      }
    }
    throw new AssertionError("no indicator " + code + " in " + grade);
  }
}
