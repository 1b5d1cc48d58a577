package org.qingmen.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Verification, acceptance and videos, from the draw to the signed paper. */
@ExtendWith(SharedServer.class)
class InspectionIT {

  private static final String PLANT = "91130200700000081K001P";
  private static final String PASSWORD = "Inspector-of-the-tests-1";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ServerProcess server;
  private final Api admin;

  InspectionIT(ServerProcess server) {
    this.server = server;
    this.admin = Api.admin(server);
    Samples.cementPlant(admin, PLANT, "130203");
  }

  @Test
  void aSampleIsDrawnInspectedJudgedSignedAndStaysAsItIs() throws Exception {
    admin.put(
        "/episodes/it-inspection",
        """
        {"level": "orange", "divisions": ["130203"], "from": "2026-09-05T00:00:00+08:00",
         "to": "2026-09-06T23:00:00+08:00", "title": "试验预警"}""");
    String position = "0";
    for (int i = 0; i < 60; i++) {
      String time = "2026-09-%02dT%02d:15:00+08:00".formatted(1 + i / 8, 6 + i % 8);
      String plate = "冀B%05d".formatted(20_000 + i);
      Api.Answer sent =
          admin.post("/passages", Samples.passage(PLANT, "IN-" + i, plate, "5", "in", time));
      position = sent.position();
    }
    Waiting.until(
        "the rules of inspections serve",
        PATIENCE,
        () -> admin.get("/rule-packs").body().toString().contains("cn.inspection"));
    String order =
        "{\"enterprise\": \""
            + PLANT
            + "\", \"from\": \"2026-09-01\", \"to\": \"2026-09-10\","
            + " \"seed\": 20260901}";
    Api.Answer drawn = admin.post("/verifications", order);
    assertThat(drawn.status()).as("%s", drawn).isEqualTo(201);
    String id = drawn.body().path("id").asText();
    assertThat(drawn.body().path("items")).hasSize(10 + 10 + 1 + 3);

    admin.post(
        "/passages",
        Samples.passage(PLANT, "IN-late", "冀B29999", "5", "in", "2026-09-05T06:16:00+08:00"));
    Api.Answer again = admin.post("/verifications", order);
    assertThat(admin.get("/verifications/" + id + "/repeat").body().path("identical").asBoolean())
        .isTrue();
    assertThat(again.body().path("seed")).isEqualTo(drawn.body().path("seed"));

    inspect(id, drawn.body().path("items"));
    JsonNode finished = admin.post("/verifications/" + id + "/finish", "").body();
    assertThat(finished.at("/verdict/value").asText()).isEqualTo("failed");
    Api.Answer signed = admin.post("/verifications/" + id + "/sign", "");
    assertThat(signed.status()).as("%s", signed).isEqualTo(200);
    assertThat(admin.put("/verifications/" + id + "/items/L1", "{\"result\": \"ok\"}").status())
        .isEqualTo(409);
    papers(id, signed.body().at("/certificate/code").asText());
  }

  /** Everything is in order, but a vehicle of the last video that is not in the ledger. */
  private void inspect(String id, JsonNode items) {
    assertThat(admin.post("/verifications/" + id + "/finish", "").status()).isEqualTo(409);
    for (JsonNode item : items) {
      String no = item.path("no").asText();
      String plates = no.equals("V3") ? ", \"plates\": [\"冀b·9Q999\"]" : "";
      JsonNode finding =
          admin
              .put(
                  "/verifications/" + id + "/items/" + no,
                  "{\"result\": \"ok\", \"text\": \"现场查看\"" + plates + "}")
              .body();
      String verdict = finding.at("/verdict/value").asText();
      if (no.equals("V3")) {
        assertThat(verdict).isEqualTo("not-ok");
        assertThat(finding.at("/facts/unrecordedPlates/0").asText()).isEqualTo("冀B9Q999");
      } else if (no.startsWith("G")) {
        assertThat(verdict).isEqualTo("ok");
      }
    }
  }

  private void papers(String id, String code) throws Exception {
    byte[] report = pdf("/verifications/" + id + "/report");
    assertThat(new String(report, 0, 5)).isEqualTo("%PDF-");
    JsonNode verified = verify(report);
    assertThat(verified.path("valid").asBoolean()).isTrue();
    assertThat(verified.path("verification").asText()).isEqualTo(id);
    report[report.length / 2] ^= 1;
    assertThat(verify(report).path("valid").asBoolean()).isFalse();
    assertThat(verify(pdf("/verifications/" + id + "/certificate")).path("paper").asText())
        .isEqualTo("certificate");
    JsonNode told = admin.get("/verifications/certificates/" + code).body();
    assertThat(told.path("state").asText()).isEqualTo("not-awarded");
    assertThat(told.path("declaredGrade").asText()).isEqualTo("B");
    assertThat(admin.get("/verifications/certificates/AAAABBBBCCCCDDDD").status()).isEqualTo(404);
    assertThat(admin.get("/verifications/certificates/none").status()).isEqualTo(404);
  }

  @Test
  void theInspectedSeesNothingBeforeItIsSignedAndAnotherEnterpriseNothingAtAll() {
    Api.Answer drawn =
        admin.post(
            "/verifications",
            "{\"enterprise\": \""
                + PLANT
                + "\", \"from\": \"2026-08-01\", \"to\": \"2026-08-02\"}");
    String id = drawn.body().path("id").asText();
    admin.post(
        "/users",
        """
        {"user": "it-inspected", "password": "%s", "roles": ["enterprise"], "scope": "%s"}"""
            .formatted(PASSWORD, PLANT));
    Api enterprise = Api.signIn(server, "it-inspected", PASSWORD);
    assertThat(enterprise.get("/verifications/" + id).status()).isEqualTo(404);
    assertThat(enterprise.get("/verifications").body().toString()).doesNotContain(id);
    assertThat(enterprise.post("/verifications/" + id + "/finish", "").status()).isEqualTo(403);
  }

  @Test
  void anAcceptanceIsMeasuredAnsweredAndDecidedOnce() {
    Api.Answer begun = admin.post("/acceptances", "{\"enterprise\": \"" + PLANT + "\"}");
    assertThat(begun.status()).as("%s", begun).isEqualTo(201);
    assertThat(admin.post("/acceptances", "{\"enterprise\": \"" + PLANT + "\"}").status())
        .isEqualTo(409);
    assertThat(admin.post("/acceptances", "{}").status()).isEqualTo(422);
    String path = "/acceptances/" + begun.body().path("id").asText();
    assertThat(begun.body().path("items").size()).isGreaterThanOrEqualTo(15);
    assertThat(admin.post(path + "/decide", "").status()).isEqualTo(409);
    JsonNode now = begun.body();
    for (JsonNode item : begun.body().path("items")) {
      String answer = path + "/items/" + item.path("item").asText();
      now = admin.put(answer, "{\"result\": \"ok\"}").body();
    }
    assertThat(now.at("/tally/open").asInt()).as("%s", now).isZero();
    String verdict = now.at("/verdict/value").asText();
    JsonNode decided = admin.post(path + "/decide", "").body();
    assertThat(decided.path("state").asText()).isEqualTo(verdict);
    assertThat(admin.put(path + "/items/hardware.camera", "{\"result\": \"ok\"}").status())
        .isEqualTo(409);
  }

  @Test
  void theVideoThatShowsAPassageIsFoundByItsReceipt() {
    Api.Answer sent =
        admin.post(
            "/passages",
            Samples.passage(PLANT, "VID-1", "冀B27777", "5", "in", "2026-09-20T08:30:00+08:00"));
    String receipt = sent.body().at("/results/0/receipt").asText();
    String video =
        """
        {"enterprise": "%s", "camera": "C1", "barrier": "A01", "from": "2026-09-20T08:00:00+08:00",
         "to": "2026-09-20T09:00:00+08:00", "address": "nvr/c1/0800.mp4"}"""
            .formatted(PLANT);
    assertThat(admin.post("/videos", video).body().at("/results/0/status").asText())
        .isEqualTo("accepted");
    assertThat(admin.post("/videos", "[" + video + "]").body().at("/results/0/status").asText())
        .isEqualTo("duplicate");
    JsonNode shown = admin.getAfter(sent.position(), "/videos?passage=" + receipt).body();
    assertThat(shown.at("/items/0/address").asText()).isEqualTo("nvr/c1/0800.mp4");
    assertThat(
            admin
                .get("/videos?enterprise=" + PLANT + "&from=2026-09-20&to=2026-09-20")
                .body()
                .path("items"))
        .hasSize(1);
    assertThat(admin.post("/videos", video.replace("09:00:00", "07:00:00")).status())
        .isEqualTo(422);
  }

  private byte[] pdf(String path) throws Exception {
    HttpRequest request = authorized(path).GET().build();
    HttpResponse<byte[]> answer =
        java.net.http.HttpClient.newHttpClient()
            .send(request, HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private JsonNode verify(byte[] pdf) {
    return admin.post("/verifications/verify", pdf, "application/pdf").body();
  }

  private HttpRequest.Builder authorized(String path) {
    String token =
        Api.nobody(server)
            .post("/tokens", "{\"user\":\"admin\",\"password\":\"" + server.adminPassword() + "\"}")
            .body()
            .path("token")
            .asText();
    return HttpRequest.newBuilder(server.uri("/api/v1" + path))
        .header("Authorization", "Bearer " + token);
  }
}
