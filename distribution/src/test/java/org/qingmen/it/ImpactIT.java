package org.qingmen.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A version is judged before it serves, and what served once is replayed after all of it. */
class ImpactIT {

  private static final String PLANT = "91440100700000043K001P";
  private static final String PACK = "test.impact";
  private static final String WHOLE = "/rule-packs/" + PACK + "/1.0.0";
  private static final String NEXT = "/rule-packs/" + PACK + "/1.1.0";
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String DAY = "2026-10-05";

  @Test
  void aCandidateIsComparedApprovedShadowedAndSupersededAndEveryDecisionIsReplayed()
      throws Exception {
    try (ServerProcess server =
        ServerProcess.create().with("QINGMEN_PACKS_UNSIGNED", "dev").start()) {
      Api admin = Api.admin(server);
      Samples.cementPlant(admin, PLANT, "440106");
      List<String> decisions = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        decisions.add(passed(admin, "I-" + i, i % 3 == 0 ? "粤A70001" : "粤A70002"));
      }
      upload(admin, "1.0.0", "粤A70001");
      theImpactNamesWhomItHits(admin, decisions);
      anotherPersonMustApprove(admin);
      upload(admin, "1.1.0", "粤A70002");
      theShadowSeesWhatArrives(admin, decisions);
      theDifferenceIsTheParameter(admin);
      assertThat(admin.post(NEXT + "/activate", "").status()).isEqualTo(200);

      server.stop();
      server.start();
      Api after = Api.admin(server);
      for (String decision : decisions) {
        Api.Answer replayed = after.post("/decisions/" + decision + "/replay", "");
        assertThat(replayed.body().path("identical").asBoolean()).as("%s", replayed).isTrue();
      }
      assertThat(after.get(WHOLE + "/impact").body().at("/items/0/state").asText())
          .isEqualTo("done");
    }
  }

  private static void theImpactNamesWhomItHits(Api admin, List<String> decisions) {
    Api.Answer started =
        admin.post(WHOLE + "/impact", "{\"from\": \"%s\", \"to\": \"%s\"}".formatted(DAY, DAY));
    assertThat(started.status()).as("%s", started).isEqualTo(202);
    String place = WHOLE + "/impact/" + started.body().path("id").asText();
    AtomicReference<JsonNode> job = new AtomicReference<>();
    Waiting.until(
        "the job is done",
        SOON,
        () -> {
          job.set(admin.get(place).body());
          return job.get().has("ended");
        });
    JsonNode result = job.get().path("result");
    assertThat(job.get().path("state").asText()).as("%s", job.get()).isEqualTo("done");
    assertThat(result.path("records").asInt()).isEqualTo(12);
    assertThat(result.path("flips").asInt()).isEqualTo(4);
    assertThat(result.at("/verdicts/0/before").asText()).isEqualTo("allow");
    assertThat(result.at("/verdicts/0/after").asText()).isEqualTo("deny");
    assertThat(result.at("/verdicts/0/examples/0").asText()).isEqualTo(decisions.get(0));
    assertThat(result.at("/enterprises/0/enterprise").asText()).isEqualTo(PLANT);
    assertThat(result.at("/rules/0/code").asText()).isEqualTo("test.stopped");
    assertThat(result.at("/checked/records").asInt()).isEqualTo(12);
    assertThat(result.at("/checked/different").asInt()).isZero();
    assertThat(job.get().path("approvalNeeded").asBoolean()).isTrue();
    assertThat(admin.get(place + "/export?format=csv").status()).isEqualTo(200);
    assertThat(admin.get(place + "/export").status()).isEqualTo(200);
    Api other = account(admin, "impact-author", "rule-author", "4101");
    assertThat(other.get(place).status()).as("another province's").isEqualTo(404);
    assertThat(other.get(WHOLE + "/impact").body().path("items")).isEmpty();
  }

  private static void anotherPersonMustApprove(Api admin) {
    Api.Answer refused = admin.post(WHOLE + "/activate", "");
    assertThat(refused.status()).as("%s", refused).isEqualTo(409);
    assertThat(refused.body().path("code").asText()).isEqualTo("approval-needed");
    Api.Answer own = admin.post(WHOLE + "/approval", "{}");
    assertThat(own.body().path("code").asText()).as("%s", own).isEqualTo("approval-own");
    Api approver = account(admin, "impact-approver", "rule-approver", "");
    Api.Answer given = approver.post(WHOLE + "/approval", "{\"note\": \"看过\"}");
    assertThat(given.status()).as("%s", given).isEqualTo(200);
    Api.Answer same = approver.post(WHOLE + "/activate", "");
    assertThat(same.body().path("code").asText()).isEqualTo("approval-same-person");
    Api.Answer active = admin.post(WHOLE + "/activate", "");
    assertThat(active.status()).as("%s", active).isEqualTo(200);
  }

  private static void theShadowSeesWhatArrives(Api admin, List<String> decisions) {
    Api.Answer begun = admin.post(NEXT + "/shadow", "");
    assertThat(begun.status()).as("%s", begun).isEqualTo(200);
    assertThat(admin.get(NEXT).body().path("state").asText()).isEqualTo("shadow");
    decisions.add(passed(admin, "I-S", "粤A70002"));
    Waiting.until(
        "the shadow saw the difference",
        SOON,
        () -> admin.get(NEXT + "/shadow").body().at("/result/flips").asInt() == 1);
    JsonNode seen = admin.post(NEXT + "/shadow/stop", "").body();
    assertThat(seen.path("running").asBoolean()).isFalse();
    assertThat(seen.at("/result/verdicts/0/examples/0").asText()).isEqualTo(decisions.get(12));
    assertThat(seen.path("skipped").asInt()).isZero();
    assertThat(admin.get(NEXT).body().path("state").asText()).isNotEqualTo("shadow");
  }

  private static void theDifferenceIsTheParameter(Api admin) {
    Api.Answer answer = admin.get(NEXT + "/diff?against=1.0.0");
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    JsonNode difference = answer.body();
    assertThat(difference.path("rules")).as("%s", difference).isEmpty();
    assertThat(difference.at("/parameters/0/before/value").asText())
        .as("%s", difference)
        .isEqualTo("粤A70001");
    assertThat(difference.at("/parameters/0/after/value").asText()).isEqualTo("粤A70002");
    assertThat(difference.path("cases")).isNotEmpty();
  }

  private static void upload(Api admin, String version, String plate) {
    Api.Answer uploaded =
        admin.post(
            "/rule-packs",
            PackZip.stopping(PACK, version, "440000", plate).zip(),
            "application/zip");
    assertThat(uploaded.status()).as("%s", uploaded).isEqualTo(201);
  }

  private static Api account(Api admin, String name, String role, String scope) {
    String password = "Impact-of-the-tests-1";
    Api.Answer made =
        admin.post(
            "/users",
            "{\"user\": \"%s\", \"password\": \"%s\", \"roles\": [\"%s\"], \"scope\": \"%s\"}"
                .formatted(name, password, role, scope));
    assertThat(made.status()).as("%s", made).isIn(200, 201);
    return admin.as(name, password);
  }

  private static String passed(Api admin, String serial, String plate) {
    Api.Answer answer =
        admin.post(
            "/passages", Samples.passage(PLANT, serial, plate, "6", "in", DAY + "T10:00:00+08:00"));
    String receipt = answer.body().at("/results/0/receipt").asText();
    return admin
        .getAfter(answer.position(), "/passages/" + receipt)
        .body()
        .path("decision")
        .asText();
  }
}
