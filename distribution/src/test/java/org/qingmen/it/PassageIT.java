package org.qingmen.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The way of a record, from a signed request to the page that shows it. */
@ExtendWith(SharedServer.class)
class PassageIT {

  private static final String PLANT = "91130200700000011K001P";

  private ServerProcess server;
  private Api admin;

  @BeforeEach
  void aPlant(ServerProcess shared) {
    server = shared;
    admin = Api.admin(server);
    Samples.cementPlant(admin, PLANT, "130203");
  }

  @Test
  void aSignedPassageIsDecidedAcknowledgedAndReadBack() {
    DeviceSignature gate = gate();
    String json = Samples.passage(PLANT, "P-1", "冀B10001", "5");
    Api.Answer answer = Api.nobody(server).signed(gate, "/passages", json);
    assertThat(answer.status()).isEqualTo(200);
    JsonNode result = answer.body().at("/results/0");
    assertThat(result.path("status").asText()).isEqualTo("accepted");
    assertThat(result.at("/decision/verdict").asText()).isEqualTo("allow");
    String receipt = result.path("receipt").asText();
    assertThat(receipt).hasSize(26);

    Api.Answer read = admin.getAfter(answer.position(), "/passages/" + receipt);
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.body().at("/plate/number").asText()).isEqualTo("冀B10001");
    assertThat(read.body().at("/record/serial").asText()).isEqualTo("P-1");

    Api.Answer again = Api.nobody(server).signed(gate, "/passages", json);
    assertThat(again.body().at("/results/0/status").asText()).isEqualTo("duplicate");
    assertThat(again.body().at("/results/0/receipt").asText()).isEqualTo(receipt);
  }

  @Test
  void aReplayedRequestIsRefusedEvenWhenItWasSignedRightly() {
    DeviceSignature gate = gate();
    String json = Samples.passage(PLANT, "P-2", "冀B10002", "6");
    String header =
        gate.of(
            "POST",
            "/api/v1/passages",
            json.getBytes(java.nio.charset.StandardCharsets.UTF_8),
            Instant.now().getEpochSecond(),
            "nonce-of-the-replay");
    assertThat(sendWith(header, json)).isEqualTo(200);
    assertThat(sendWith(header, json)).isEqualTo(401);
  }

  @Test
  void aBatchIsAnsweredInOrderAndEachRecordStandsForItself() {
    String batch =
        "["
            + Samples.passage(PLANT, "P-3", "冀B10003", "5")
            + ", {\"enterprise\": \"x\"}, "
            + Samples.passage("NOBODYKNOWSME", "P-4", "冀B10004", "5")
            + "]";
    JsonNode results = admin.post("/passages", batch).body().path("results");
    assertThat(results).hasSize(3);
    assertThat(results.at("/0/status").asText()).isEqualTo("accepted");
    assertThat(results.at("/1/errors/0/code").asText()).isEqualTo("schema");
    assertThat(results.at("/2/errors/0/code").asText()).isEqualTo("unknown-enterprise");
    assertThat(admin.get("/quarantine").body().path("items").toString())
        .contains("unknown-enterprise");
  }

  @Test
  void aVehicleOnTheViolatorListIsStoppedBeforeTheBarrierAndTheDecisionCanBeReplayed() {
    Api.Answer listed =
        admin.post(
            "/violators",
            """
            {"plate": {"number": "冀B66666", "colour": "yellow"}, "reason": "排放超标",
             "source": "遥感监测", "division": "130000", "from": "2026-01-01T00:00:00+08:00"}""");
    assertThat(listed.status()).as("%s", listed).isEqualTo(201);
    Api.Answer check =
        admin.post(
            "/gate-checks",
            """
            {"enterprise": "%s", "barrier": "A01", "direction": "in",
             "plate": {"number": "冀B66666", "colour": "yellow"}}"""
                .formatted(PLANT));
    assertThat(check.body().path("verdict").asText()).as("%s", check).isEqualTo("deny");
    assertThat(check.body().at("/reasons/0/clause").asText()).isNotEmpty();
    assertThat(check.body().at("/display/line1").asText()).isEqualTo("冀B66666");

    String id = check.body().path("id").asText();
    assertThat(admin.post("/decisions/" + id + "/replay", "").body().path("identical").asBoolean())
        .isTrue();
    String altered = admin.get("/decisions/" + id).body().toString().replace("排放超标", "无");
    assertThat(
            admin
                .post("/decisions/" + id + "/replay", altered)
                .body()
                .path("identical")
                .asBoolean())
        .isFalse();
  }

  @Test
  void statisticsCountTripsAndNotPassages() {
    admin.post(
        "/passages",
        Samples.passage(PLANT, "T-1", "冀B20001", "5", "in", "2026-09-01T08:00:00+08:00"));
    admin.post(
        "/passages",
        Samples.passage(PLANT, "T-2", "冀B20001", "5", "out", "2026-09-01T09:00:00+08:00"));
    Api.Answer lonely =
        admin.post(
            "/passages",
            Samples.passage(PLANT, "T-3", "冀B20002", "5", "out", "2026-09-01T10:00:00+08:00"));
    String statistics = "/statistics?group=stage&from=2026-09-01&to=2026-09-01&enterprise=" + PLANT;
    JsonNode row = admin.getAfter(lonely.position(), statistics).body().at("/items/0");
    assertThat(row.path("passages").asInt()).isEqualTo(3);
    assertThat(row.path("trips").asInt()).isEqualTo(2);

    Api.Answer late =
        admin.post(
            "/passages",
            Samples.passage(PLANT, "T-4", "冀B20002", "5", "in", "2026-09-01T07:00:00+08:00"));
    row = admin.getAfter(late.position(), statistics).body().at("/items/0");
    assertThat(row.path("passages").asInt()).isEqualTo(4);
    assertThat(row.path("trips").asInt()).isEqualTo(2);
  }

  private int sendWith(String authorization, String json) {
    return server
        .send(
            java.net.http.HttpRequest.newBuilder(server.uri("/api/v1/passages"))
                .header("Content-Type", "application/json")
                .header("Authorization", authorization)
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(json))
                .build())
        .statusCode();
  }

  private DeviceSignature gate() {
    Api.Answer registered =
        admin.post(
            "/devices",
            """
            {"enterprise": "%s", "protocol": "native",
             "lanes": [{"barrier": "A01", "directions": {"*": "in"}}]}"""
                .formatted(PLANT));
    assertThat(registered.status()).as("%s", registered).isEqualTo(201);
    return DeviceSignature.from(registered.body());
  }
}
