package org.qingmen.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is put into force arrives at the gate, is obeyed there, and is confirmed by it. */
@ExtendWith(SharedServer.class)
class ControlIT {

  private static final String PLANT = "91990100700000031K001P";
  private static final String OTHER = "91990200700000032K001P";
  private static final String PASSWORD = "Approver-of-the-tests-1";
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private ServerProcess server;
  private Api admin;
  private Api second;

  @BeforeEach
  void aPlantAndASecondOfficer(ServerProcess shared) {
    server = shared;
    admin = Api.admin(server);
    for (String city : List.of("990100", "990200")) {
      admin.put("/divisions/" + city, "{\"name\": \"试验市\", \"source\": \"试验\"}");
    }
    Samples.cementPlant(admin, PLANT, "990101");
    Samples.cementPlant(admin, OTHER, "990201");
    Api.Answer made =
        admin.post(
            "/users",
            """
            {"user": "second-officer", "password": "%s", "roles": ["officer"], "scope": "99"}"""
                .formatted(PASSWORD));
    assertThat(made.status()).as("%s", made).isIn(201, 409);
    second = Api.signIn(server, "second-officer", PASSWORD);
  }

  @Test
  void onceTheCapIsReachedTheNextHeavyTruckStaysOutside() {
    String position = null;
    for (int day = 1; day <= 3; day++) {
      for (int truck = 0; truck < 10; truck++) {
        String time = LocalDate.now(CHINA).minusDays(day) + "T0" + truck + ":30:00+08:00";
        position = enter("N" + day + "-" + truck, "冀Z1" + day + "00" + truck, time).position();
      }
    }
    JsonNode baseline = admin.getAfter(position, "/enterprises/" + PLANT + "/baseline").body();
    assertThat(baseline.path("heavyTrips").asDouble()).isEqualTo(10);
    assertThat(baseline.path("days")).hasSize(3);

    String policy =
        approved(
            "\"enterprises\": [\"" + PLANT + "\"]",
            "\"cap\": {\"share\": 0.2}, \"exemptUsages\": [\"dangerous-goods\"]");
    String now = Samples.now();
    assertThat(verdict(enter("C-1", "冀Z20001", now))).isEqualTo("allow");
    assertThat(verdict(enter("C-2", "冀Z20002", now))).isEqualTo("allow");
    Api.Answer third = enter("C-3", "冀Z20003", now);
    assertThat(verdict(third)).as("%s", third).isEqualTo("deny");
    assertThat(third.body().at("/results/0/decision/reasons/0/code").asText())
        .isEqualTo("gate.cap-reached");
    String decision = third.body().at("/results/0/decision/id").asText();
    assertThat(
            admin
                .post("/decisions/" + decision + "/replay", "")
                .body()
                .path("identical")
                .asBoolean())
        .isTrue();

    JsonNode inForce = admin.get("/enterprises/" + PLANT + "/in-force").body();
    assertThat(inForce.at("/items/0/id").asText()).isEqualTo(policy);
    assertThat(inForce.at("/items/0/cap/vehicles").asInt()).isEqualTo(2);
    assertThat(second.post("/policies/" + policy + "/withdraw", "").status()).isEqualTo(200);
    assertThat(verdict(enter("C-4", "冀Z20004", soon()))).isEqualTo("allow");
  }

  @Test
  void anEpisodePutsTheMeasuresIntoForceByItselfAndLiftingEndsThem() {
    assertThat(check("4")).isEqualTo("allow");
    String episode =
        admin
            .post(
                "/episodes",
                """
                {"level": "orange", "divisions": ["990200"], "from": "2026-01-01T00:00:00+08:00"}""")
            .body()
            .path("id")
            .asText();
    assertThat(check("4")).isEqualTo("deny");
    assertThat(check("5")).isEqualTo("allow");
    JsonNode inForce = admin.get("/enterprises/" + OTHER + "/in-force").body();
    assertThat(inForce.at("/episode/id").asText()).isEqualTo(episode);
    assertThat(inForce.path("items").toString()).contains("measures.cement.minimum-stage", "340号");
    assertThat(inForce.at("/items/0/verified").asBoolean()).isTrue();
    assertThat(admin.post("/episodes/" + episode + "/lift", "").status()).isEqualTo(200);
    assertThat(check("4")).isEqualTo("allow");
  }

  @Test
  void nobodyApprovesTheirOwnPolicyAndOthersDoNotSeeDraftsOrPlans() {
    Api.Answer draft = draft("\"enterprises\": [\"" + PLANT + "\"]", "\"stopRoadTransport\": true");
    String id = draft.body().path("id").asText();
    Api.Answer own = admin.post("/policies/" + id + "/approve", "");
    assertThat(own.status()).isEqualTo(409);
    assertThat(own.body().path("code").asText()).isEqualTo("policy-own-approval");
    Api plant = people("plant-of-control", PLANT);
    Api other = people("other-of-control", OTHER);
    assertThat(plant.get("/policies/" + id).status()).isEqualTo(404);
    assertThat(second.post("/policies/" + id + "/approve", "").status()).isEqualTo(200);
    assertThat(plant.get("/policies/" + id).status()).isEqualTo(200);
    assertThat(other.get("/policies/" + id).status()).isEqualTo(404);
    assertThat(other.get("/policies").body().toString()).doesNotContain(id);
    assertThat(second.post("/policies/" + id + "/withdraw", "").status()).isEqualTo(200);
  }

  @Test
  void aGateFetchesWhatChangedConfirmsItAndIsSeenToHoldIt() {
    DeviceSignature gate =
        DeviceSignature.from(
            admin
                .post(
                    "/devices",
                    "{\"enterprise\": \"%s\", \"protocol\": \"native\"}".formatted(OTHER))
                .body());
    admin.post(
        "/violators",
        """
        {"machine": "NRMM-OF-CONTROL-IT", "reason": "冒黑烟", "division": "990200"}""");
    Api device = Api.nobody(server);
    HttpResponse<String> first = device.signedGet(gate, "/violators", null);
    assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
    assertThat(first.body()).contains("NRMM-OF-CONTROL-IT");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(device.signedGet(gate, "/violators", tag).statusCode()).isEqualTo(304);

    JsonNode offered = ofOther();
    assertThat(offered.path("current").asBoolean()).as("%s", offered).isFalse();
    long version = offered.path("offered").asLong();
    Api.Answer confirmed =
        device.signed(gate, "/violators/acknowledgements", "{\"version\": %d}".formatted(version));
    assertThat(confirmed.status()).as("%s", confirmed).isEqualTo(200);
    assertThat(ofOther().path("held").asLong()).isEqualTo(version);
    assertThat(ofOther().path("current").asBoolean()).isTrue();
    assertThat(device.signed(gate, "/violators/acknowledgements", "{\"version\": 999999}").status())
        .isEqualTo(422);
    assertThat(people("plant-of-control", PLANT).get("/violators/deliveries").body().toString())
        .doesNotContain(OTHER);
  }

  private JsonNode ofOther() {
    for (JsonNode item : second.get("/violators/deliveries").body().path("items")) {
      if (item.path("enterprise").asText().equals(OTHER)) {
        return item;
      }
    }
    throw new AssertionError("no delivery to a gate of " + OTHER);
  }

  private Api.Answer enter(String serial, String plate, String time) {
    return admin.post("/passages", Samples.passage(PLANT, serial, plate, "6", "in", time));
  }

  private static String soon() {
    return Samples.inSeconds(2);
  }

  private static String verdict(Api.Answer answer) {
    return answer.body().at("/results/0/decision/verdict").asText();
  }

  private String check(String stage) {
    Api.Answer answer =
        admin.post(
            "/gate-checks",
            """
            {"enterprise": "%s", "barrier": "A01", "direction": "in",
             "plate": {"number": "冀Z30001", "colour": "yellow"},
             "vehicle": {"type": "Q11", "fuel": "diesel", "stage": "%s"}}"""
                .formatted(OTHER, stage));
    return answer.body().path("verdict").asText();
  }

  private Api.Answer draft(String target, String control) {
    Api.Answer draft =
        admin.post(
            "/policies",
            """
            {"title": "试验策略", "target": {%s}, "from": "%sT00:00:00+08:00", "control": {%s}}"""
                .formatted(target, LocalDate.now(CHINA), control));
    assertThat(draft.status()).as("%s", draft).isEqualTo(201);
    return draft;
  }

  private String approved(String target, String control) {
    String id = draft(target, control).body().path("id").asText();
    Api.Answer approved = second.post("/policies/" + id + "/approve", "");
    assertThat(approved.status()).as("%s", approved).isEqualTo(200);
    return id;
  }

  private Api people(String user, String enterprise) {
    admin.post(
        "/users",
        """
        {"user": "%s", "password": "%s", "roles": ["enterprise"], "scope": "%s"}"""
            .formatted(user, PASSWORD, enterprise));
    return Api.signIn(server, user, PASSWORD);
  }
}
