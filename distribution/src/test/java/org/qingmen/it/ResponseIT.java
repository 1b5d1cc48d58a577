package org.qingmen.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An alert is declared, trucks drive nevertheless, and the response is evaluated and printed. */
@ExtendWith(SharedServer.class)
class ResponseIT {

  private static final String PLANT = "91370200700000081K001P";
  private static final String FOREIGN = "91410100700000082K001P";
  private static final String EPISODE = "it-response";
  private static final String ID = PLANT + "~" + EPISODE;
  private static final String PASSWORD = "Response-of-the-tests-1";

  @Test
  void anEvaluationShowsWhatTheAlertChangedWithItsEvidence(ServerProcess server) throws Exception {
    Api admin = Api.admin(server);
    Samples.cementPlant(admin, PLANT, "370203");
    Samples.cementPlant(admin, FOREIGN, "410102");
    declare(admin);
    String position = traffic(admin);
    assertThat(admin.getAfter(position, "/passages?limit=1").status()).isEqualTo(200);

    Api.Answer made = evaluate(admin, ", \"normalDays\": \"sample\", \"sampleSize\": 3");
    assertThat(made.status()).as("%s", made).isEqualTo(201);
    JsonNode evaluation = made.body();
    assertThat(evaluation.path("verdict").asText()).as("%s", evaluation).isEqualTo("not-met");
    assertThat(evaluation.at("/normal/trips").asDouble()).isEqualTo(4);
    assertThat(evaluation.at("/normal/days")).hasSize(3);
    assertThat(evaluation.at("/alert/trips").asDouble()).isEqualTo(2);
    assertThat(evaluation.path("reduction").asDouble()).isEqualTo(0.5);
    assertThat(evaluation.at("/forbidden/trips").asInt()).isEqualTo(3);
    JsonNode evidence = evaluation.at("/forbidden/evidence/0");
    assertThat(admin.get("/passages/" + evidence.path("receipt").asText()).status()).isEqualTo(200);
    assertThat(admin.get("/decisions/" + evidence.path("decision").asText()).status())
        .isEqualTo(200);
    assertThat(evaluation.at("/judgement/packs/0/id").asText()).isEqualTo("cn.response");

    String seed = evaluation.at("/normal/seed").asText();
    JsonNode again =
        evaluate(
                admin,
                ", \"normalDays\": \"sample\", \"sampleSize\": 3, \"seed\": \"" + seed + "\"")
            .body();
    assertThat(again.at("/normal/days")).isEqualTo(evaluation.at("/normal/days"));
    assertThat(again.path("version").asInt()).isEqualTo(2);
    assertThat(admin.get("/response-evaluations/" + ID + "/history").body().path("items"))
        .hasSize(2);
    wholeEpisode(admin);
    papers(server);
    othersSeeNothing(server, admin);
  }

  /** Five days in September: three of them whole. */
  private static void declare(Api admin) {
    String episode =
        """
        {"id": "%s", "level": "orange", "divisions": ["370000"], "title": "试验橙色预警",
         "from": "2026-09-10T12:00:00+08:00", "to": "2026-09-14T12:00:00+08:00"}"""
            .formatted(EPISODE);
    assertThat(admin.put("/episodes/" + EPISODE, episode).status()).isEqualTo(200);
  }

  /** Four trucks a day on eight normal days; two a day during the alert, one of them China IV. */
  private static String traffic(Api admin) {
    List<String> records = new ArrayList<>();
    for (int d = 1; d <= 8; d++) {
      for (int i = 0; i < 4; i++) {
        records.add(passage(records.size(), LocalDate.of(2026, 9, d), 8 + i, i == 0 ? "4" : "6"));
      }
    }
    for (int d = 11; d <= 13; d++) {
      records.add(passage(records.size(), LocalDate.of(2026, 9, d), 8, "6"));
      records.add(passage(records.size(), LocalDate.of(2026, 9, d), 9, "4"));
    }
    return admin.post("/passages", "[" + String.join(",", records) + "]").position();
  }

  private static String passage(int number, LocalDate day, int hour, String stage) {
    String time = "%sT%02d:00:00+08:00".formatted(day, hour);
    return Samples.passage(
        PLANT, "R-" + number, "鲁B%05d".formatted(80000 + number), stage, "in", time);
  }

  private static Api.Answer evaluate(Api admin, String more) {
    return admin.post(
        "/response-evaluations",
        "{\"episode\": \"%s\", \"enterprise\": \"%s\"%s}".formatted(EPISODE, PLANT, more));
  }

  private static void wholeEpisode(Api admin) throws Exception {
    Api.Answer run = admin.post("/response-evaluations", "{\"episode\": \"" + EPISODE + "\"}");
    assertThat(run.status()).as("%s", run).isEqualTo(202);
    Waiting.until(
        "the episode is evaluated",
        Duration.ofMinutes(1),
        () ->
            "done"
                .equals(
                    admin
                        .get("/response-evaluations/runs/" + EPISODE)
                        .body()
                        .path("state")
                        .asText()));
    JsonNode ranking = admin.get("/response-evaluations?episode=" + EPISODE).body().path("items");
    assertThat(ranking).hasSize(1);
    assertThat(ranking.at("/0/id").asText()).isEqualTo(ID);
    assertThat(ranking.at("/0/version").asInt()).isEqualTo(3);
  }

  private static void papers(ServerProcess server) throws IOException {
    Office office = Office.of(server);
    String report = text(office.file("/response-evaluations/" + ID + ".pdf"));
    assertThat(report).contains("应急响应评估报告", "试验水泥厂", "未落实", "违规车次", "正常日均车次", "鲁B");
    String city = text(office.file("/response-evaluations/ranking.pdf?episode=" + EPISODE));
    assertThat(city).contains("试验橙色预警", "响应评估排名", "试验水泥厂");
    byte[] table = office.file("/response-evaluations/ranking.xlsx?episode=" + EPISODE);
    assertThat(table).startsWith('P', 'K');
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static void othersSeeNothing(ServerProcess server, Api admin) {
    for (String scope : List.of(FOREIGN, "41")) {
      String role = scope.equals(FOREIGN) ? "enterprise" : "officer";
      admin.post(
          "/users",
          """
          {"user": "response-%s", "password": "%s", "roles": ["%s"], "scope": "%s"}"""
              .formatted(role, PASSWORD, role, scope));
      Api foreign = Api.signIn(server, "response-" + role, PASSWORD);
      assertThat(foreign.get("/response-evaluations/" + ID).status()).isEqualTo(404);
      assertThat(foreign.get("/response-evaluations/" + ID + ".pdf").status()).isEqualTo(404);
      assertThat(foreign.get("/response-evaluations?episode=" + EPISODE).body().path("items"))
          .isEmpty();
      if (role.equals("officer")) {
        assertThat(evaluate(foreign, "").status()).isEqualTo(404);
        assertThat(
                foreign
                    .post("/response-evaluations", "{\"episode\": \"" + EPISODE + "\"}")
                    .status())
            .isIn(403, 404);
      }
    }
  }
}
