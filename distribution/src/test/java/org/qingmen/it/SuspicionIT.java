package org.qingmen.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Suspicious information from the finding to the ruling, and corrections that move what counts. */
@ExtendWith(SharedServer.class)
class SuspicionIT {

  private static final String PLANT = "91130200700000061K001P";
  private static final String OTHER = "91130200700000062K001P";
  private static final String PASSWORD = "Suspicion-of-the-tests-1";
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String PERIOD = "&from=2026-07-01&to=2026-07-31";

  private ServerProcess server;
  private Api admin;
  private Api plant;
  private Api officer;

  @BeforeEach
  void aPlantAndAnOfficer(ServerProcess shared) {
    server = shared;
    admin = Api.admin(server);
    Samples.cementPlant(admin, PLANT, "130203");
    Samples.cementPlant(admin, OTHER, "130205");
    plant = account("suspicion-plant", "enterprise", PLANT);
    officer = account("suspicion-officer", "officer", "1302");
  }

  @Test
  void aCorrectionThatAnOfficerAcceptsMovesStatisticsAndGradeAndTheFirstRecordStays() {
    String receipt = tooEarly("S-1", "冀B61001");
    int claimed = trips("6");
    int older = trips("3");
    JsonNode item = item(receipt);
    assertThat(item.path("code").asText()).isEqualTo("stage-too-early");
    assertThat(item.at("/evidence").toString()).contains("2010-05-01");

    String file = plant.post("/files?name=proof.pdf", "%PDF-1.4 proof").body().path("id").asText();
    Api.Answer reply =
        plant.post(
            "/suspicions/" + item.path("id").asText() + "/reply",
            """
            {"kind": "corrected", "text": "录入有误", "files": [{"id": "%s", "name": "proof.pdf"}],
             "patch": {"vehicle": {"stage": "3"}}}"""
                .formatted(file));
    assertThat(reply.status()).as("%s", reply).isEqualTo(200);
    assertThat(trips("6")).as("nothing counts before the ruling").isEqualTo(claimed);

    Api.Answer ruled =
        officer.post(
            "/suspicions/" + item.path("id").asText() + "/rule", "{\"decision\": \"accept\"}");
    assertThat(ruled.status()).as("%s", ruled).isEqualTo(200);
    String corrected = ruled.body().at("/corrections/0/receipt").asText();
    JsonNode old = admin.getAfter(ruled.position(), "/passages/" + receipt).body();
    assertThat(old.path("standing").asBoolean()).isFalse();
    assertThat(old.path("stage").asText()).isEqualTo("6");
    assertThat(old.at("/chain/1/receipt").asText()).isEqualTo(corrected);
    JsonNode fresh = admin.get("/passages/" + corrected).body();
    assertThat(fresh.path("stage").asText()).isEqualTo("3");
    assertThat(fresh.at("/document/facts/corrects/receipt").asText()).isEqualTo(receipt);
    assertThat(trips("6")).isEqualTo(claimed - 1);
    assertThat(trips("3")).isEqualTo(older + 1);
    theDecisionOfTheCorrectionIsReplayed(fresh.path("decision").asText());
    assertThat(
            admin
                .get("/enterprises/" + PLANT + "/grade?from=2026-07-01&to=2026-07-31")
                .body()
                .toString())
        .contains("\"value\":\"3\"");
    assertThat(admin.get("/suspicions/" + item.path("id").asText()).body().path("steps"))
        .hasSize(3);
  }

  private void theDecisionOfTheCorrectionIsReplayed(String decision) {
    JsonNode replay = admin.post("/decisions/" + decision + "/replay", "").body();
    assertThat(replay.path("identical").asBoolean()).as("%s", replay).isTrue();
  }

  @Test
  void anOfficersCorrectionCountsAtOnceAndTheSameOneAgainChangesNothing() {
    String receipt = tooEarly("S-2", "冀B61002");
    String body = "{\"patch\": {\"plate\": {\"number\": \"冀B61003\"}}, \"reason\": \"人工核对图片\"}";
    Api.Answer first = officer.post("/passages/" + receipt + "/corrections", body);
    assertThat(first.status()).as("%s", first).isEqualTo(200);
    assertThat(first.body().path("changed").asBoolean()).isTrue();
    Api.Answer again = officer.post("/passages/" + receipt + "/corrections", body);
    assertThat(again.body().path("changed").asBoolean()).isFalse();
    assertThat(again.body().path("receipt")).isEqualTo(first.body().path("receipt"));
    assertThat(
            admin
                .getAfter(
                    first.position(), "/passages?enterprise=" + PLANT + "&plate=%E5%86%80B61003")
                .body()
                .path("items"))
        .hasSize(1);
  }

  @Test
  void whatAnEnterpriseCorrectsByItselfWaitsForAnOfficer() {
    String receipt = tooEarly("S-3", "冀B61004");
    Api.Answer asked =
        plant.post(
            "/passages/" + receipt + "/corrections",
            "{\"patch\": {\"cargo\": {\"tonnes\": 20}}, \"reason\": \"磅单为准\"}");
    assertThat(asked.status()).as("%s", asked).isEqualTo(202);
    String id = asked.body().path("suspicion").asText();
    assertThat(admin.get("/passages/" + receipt).body().path("chain")).hasSize(1);
    Api.Answer refused =
        officer.post("/suspicions/" + id + "/rule", "{\"decision\": \"reject\", \"text\": \"不符\"}");
    assertThat(refused.body().at("/item/state").asText()).isEqualTo("rejected");
    assertThat(admin.get("/passages/" + receipt).body().path("chain")).hasSize(1);
  }

  @Test
  void theSameProposalAgainIsTheOneThatWaitsAlready() {
    String receipt = tooEarly("S-17", "冀B61017");
    String path = "/passages/" + receipt + "/corrections";
    String body = "{\"patch\": {\"cargo\": {\"tonnes\": 21}}, \"reason\": \"磅单为准\"}";
    String first = plant.post(path, body).body().path("suspicion").asText();
    assertThat(first).isNotEmpty();
    assertThat(plant.post(path, body).body().path("suspicion").asText()).isEqualTo(first);
    assertThat(plant.post(path, body.replace("21", "22")).body().path("suspicion").asText())
        .as("another one is another")
        .isNotEqualTo(first);
  }

  @Test
  void aCodeThatNobodyKnowsIsNoCorrectionAndTheKnownOnesAreNamed() {
    String receipt = tooEarly("S-18", "冀B61018");
    String path = "/passages/" + receipt + "/corrections";
    String body = "{\"patch\": {\"vehicle\": {\"stage\": \"99\"}}, \"reason\": \"x\"}";
    for (Api caller : List.of(officer, plant)) {
      Api.Answer refused = caller.post(path, body);
      assertThat(refused.status()).as("%s", refused).isEqualTo(422);
      assertThat(refused.body().at("/errors/0/code").asText()).isEqualTo("correction-code");
      assertThat(refused.body().at("/errors/0/message").asText()).contains("99", "5, 6, D, X");
    }
    String id = item(receipt).path("id").asText();
    String reply =
        "{\"kind\": \"corrected\", \"text\": \"x\", \"patch\": {\"vehicle\": {\"stage\": \"99\"}}}";
    assertThat(plant.post("/suspicions/" + id + "/reply", reply).status()).isEqualTo(422);
    assertThat(admin.get("/passages/" + receipt).body().path("chain")).hasSize(1);
  }

  @Test
  void noCorrectionMovesARecordIntoTheFuture() {
    String receipt = tooEarly("S-19", "冀B61019");
    String path = "/passages/" + receipt + "/corrections";
    String body = "{\"patch\": {\"time\": \"2099-01-01T00:00:00+08:00\"}, \"reason\": \"x\"}";
    for (Api caller : List.of(officer, plant)) {
      Api.Answer refused = caller.post(path, body);
      assertThat(refused.status()).as("%s", refused).isEqualTo(422);
      assertThat(refused.body().at("/errors/0/code").asText()).isEqualTo("correction-future");
    }
    assertThat(admin.get("/passages/" + receipt).body().path("chain")).hasSize(1);
  }

  @Test
  void wrongAnswersAndWrongTurnsAreRefusedByName() {
    String receipt = tooEarly("S-4", "冀B61005");
    String id = item(receipt).path("id").asText();
    Api.Answer empty = plant.post("/suspicions/" + id + "/reply", "{\"kind\": \"corrected\"}");
    assertThat(empty.status()).isEqualTo(422);
    Api.Answer early = officer.post("/suspicions/" + id + "/rule", "{\"decision\": \"accept\"}");
    assertThat(early.body().path("code").asText()).isEqualTo("suspicion-unanswered");
    Api.Answer unfit =
        officer.post(
            "/passages/" + receipt + "/corrections",
            "{\"patch\": {\"time\": \"2026-02-30T08:00:00+08:00\"}, \"reason\": \"x\"}");
    assertThat(unfit.body().path("code").asText()).as("%s", unfit).isEqualTo("correction-unfit");
    Api.Answer member =
        officer.post(
            "/passages/" + receipt + "/corrections",
            "{\"patch\": {\"enterprise\": \"" + OTHER + "\"}, \"reason\": \"x\"}");
    assertThat(member.status()).as("%s", member).isEqualTo(422);
    Api stranger = account("suspicion-other", "enterprise", OTHER);
    assertThat(stranger.get("/suspicions/" + id).status()).isEqualTo(404);
    assertThat(
            stranger
                .post(
                    "/passages/" + receipt + "/corrections",
                    "{\"patch\": {\"vehicle\": {\"stage\": \"6\"}}, \"reason\": \"x\"}")
                .status())
        .isEqualTo(404);
  }

  @Test
  void aPastPeriodIsVerifiedAgainAndNothingIsAltered() {
    String receipt = tooEarly("S-5", "冀B61006");
    String decision = admin.get("/passages/" + receipt).body().path("decision").asText();
    Api.Answer started =
        officer.post(
            "/verification-runs",
            """
            {"from": "2026-07-01", "to": "2026-07-31", "enterprise": "%s", "suspicions": true}"""
                .formatted(PLANT));
    assertThat(started.status()).as("%s", started).isEqualTo(202);
    JsonNode run = ended(started.body().path("id").asText());
    assertThat(run.path("state").asText()).isEqualTo("done");
    assertThat(run.at("/result/records").asInt()).isGreaterThanOrEqualTo(1);
    assertThat(run.at("/result/changed").asInt()).as("%s", run).isZero();
    assertThat(admin.get("/passages/" + receipt).body().path("decision").asText())
        .isEqualTo(decision);
  }

  @Test
  void aCandidateThatDoesNotServeIsTriedOnThePastAndItsFindingsCanBeKept() {
    String receipt = tooEarly("S-7", "冀B61007");
    PackZip candidate =
        PackZip.stopping("test.candidate", "1.0.0", "130000", "冀B61007")
            .withRule("outcome.deny(drools,", "outcome.find(drools, \"suspicious\", \"/plate\",")
            .withCase("verdict: deny, reasons: [test.stopped]", "findings: [test.stopped]");
    Api.Answer uploaded = admin.post("/rule-packs", candidate.zip(), "application/zip");
    assertThat(uploaded.status()).as("%s", uploaded).isIn(200, 201);
    Api.Answer started =
        officer.post(
            "/verification-runs",
            """
            {"from": "2026-07-01", "to": "2026-07-31", "enterprise": "%s", "suspicions": true,
             "pack": {"id": "test.candidate", "version": "1.0.0"}}"""
                .formatted(PLANT));
    assertThat(started.status()).as("%s", started).isEqualTo(202);
    JsonNode result = ended(started.body().path("id").asText()).path("result");
    assertThat(result.at("/groups/0/code").asText()).as("%s", result).isEqualTo("test.stopped");
    assertThat(result.at("/groups/0/new").asInt()).isEqualTo(1);
    assertThat(result.at("/groups/0/examples/0/receipt").asText()).isEqualTo(receipt);
    assertThat(plant.get("/suspicions?code=test.stopped").body().path("items")).hasSize(1);
  }

  private JsonNode ended(String run) {
    AtomicReference<JsonNode> last = new AtomicReference<>();
    Waiting.until(
        "the run is done",
        SOON,
        () -> {
          last.set(officer.get("/verification-runs/" + run).body());
          return last.get().has("ended");
        });
    return last.get();
  }

  @Test
  void theEnterpriseSeesItsDayAndOnlyItsOwn() {
    JsonNode day = plant.get("/portal/today?day=2026-07-05").body();
    assertThat(day.at("/enterprise/id").asText()).isEqualTo(PLANT);
    assertThat(day.path("hours")).hasSize(24);
    assertThat(plant.get("/portal/today?enterprise=" + OTHER).status()).isEqualTo(404);
    assertThat(officer.get("/portal/today?enterprise=" + PLANT).status()).isEqualTo(200);
    assertThat(officer.get("/portal/today").status()).isEqualTo(422);
  }

  private String tooEarly(String serial, String plate) {
    String record =
        Samples.passage(PLANT, serial, plate, "6", "in", "2026-07-05T10:00:00+08:00")
            .replace("\"fuel\"", "\"registered\": \"2010-05-01\", \"fuel\"");
    Api.Answer answer = admin.post("/passages", record);
    String receipt = answer.body().at("/results/0/receipt").asText();
    admin.getAfter(answer.position(), "/passages/" + receipt);
    return receipt;
  }

  private JsonNode item(String receipt) {
    AtomicReference<JsonNode> found = new AtomicReference<>();
    Waiting.until(
        "the finding went to the enterprise",
        SOON,
        () -> {
          for (JsonNode item : plant.get("/suspicions?limit=1000").body().path("items")) {
            if (item.path("receipt").asText().equals(receipt)) {
              found.set(item);
            }
          }
          return found.get() != null;
        });
    return found.get();
  }

  private int trips(String stage) {
    for (JsonNode row :
        admin.get("/statistics?group=stage&enterprise=" + PLANT + PERIOD).body().path("items")) {
      if (row.path("stage").asText().equals(stage)) {
        return row.path("trips").asInt();
      }
    }
    return 0;
  }

  private Api account(String user, String role, String scope) {
    Api.Answer made =
        admin.post(
            "/users",
            """
            {"user": "%s", "password": "%s", "roles": ["%s"], "scope": "%s"}"""
                .formatted(user, PASSWORD, role, scope));
    assertThat(made.status()).as("%s", made).isIn(201, 409);
    return Api.signIn(server, user, PASSWORD);
  }
}
