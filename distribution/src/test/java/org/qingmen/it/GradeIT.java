package org.qingmen.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A transport grade from records, ledgers and registers, with the way to the next one. */
@ExtendWith(SharedServer.class)
class GradeIT {

  private static final String PLANT = "91130200700000051K001P";
  private static final String PERIOD = "/grade?from=2026-08-01&to=2026-08-31";

  @Test
  void aCementPlantWithNineTenthsOfChinaFiveGetsBAndIsToldWhatIsMissingForA(ServerProcess server) {
    Api admin = Api.admin(server);
    Samples.cementPlant(admin, PLANT, "130203");
    unit(admin, "in-plant-vehicles/C01", "6");
    unit(admin, "machines/3-AB12345", "3");
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
    return Samples.passage(
        PLANT,
        "G-" + number,
        "冀B%05d".formatted(40000 + number),
        stage,
        "in",
        "2026-08-%02dT10:00:00+08:00".formatted(1 + number % 28));
  }

  private static void unit(Api admin, String path, String stage) {
    Api.Answer answer =
        admin.put("/enterprises/" + PLANT + "/" + path, "{\"stage\": \"" + stage + "\"}");
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
