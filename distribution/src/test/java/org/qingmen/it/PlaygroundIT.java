package org.qingmen.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rules are tried out over HTTP before anybody installs them, and then serve. */
@ExtendWith(SharedServer.class)
class PlaygroundIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PLANT = "91130200700000078K001P";
  private static final String INDUSTRY = "X78";
  private static final String TEA = "my.tea-houses";
  private static final String GATE = "my.tried-gate";
  private static final String PERIOD = "?from=2026-10-01&to=2026-10-31";
  private static final String NINETY_OF_100 =
      "{industry: X78, from: 2026-10-01, to: 2026-10-31, trips: {\"6\": 90, \"4\": 10}}";
  private static final String CHINA_5 = "type: Q11\nstage: \"5\"\nfuel: diesel\n";

  @Test
  void aPackOfAnUnheardOfIndustryIsMadeTriedUploadedJudgedAndGrades(ServerProcess server) {
    Api admin = Api.admin(server);
    plant(admin);
    ObjectNode files = skeleton(admin, TEA, "\"grading\", \"industry\": \"X78\"", "金", "银", "铜");

    JsonNode tried = ask(admin, files, NINETY_OF_100);
    assertThat(tried.path("problems")).as("%s", tried).isEmpty();
    assertThat(tried.at("/candidate/decision/result/grade").asText()).isEqualTo("金");
    assertThat(tried.path("active").isNull()).isTrue();

    upload(admin, files);
    String pack = "/rule-packs/" + TEA + "/1.0.0";
    assertThat(admin.get(pack).body().path("state").asText()).isEqualTo("tested");
    Api.Answer active = admin.post(pack + "/activate", "");
    assertThat(active.status()).as("%s", active).isEqualTo(200);

    JsonNode grade = admin.get("/enterprises/" + PLANT + "/grade" + PERIOD).body();
    assertThat(grade.at("/rulePack/id").asText()).as("%s", grade).isEqualTo(TEA);
    assertThat(grade.path("grades").toString()).contains("金", "银", "铜");
  }

  @Test
  void anEditedPackStandsBesideTheActiveOneAndADecisionOfARecordCanBeTriedToo(
      ServerProcess server) {
    Api admin = Api.admin(server);
    ObjectNode files = skeleton(admin, GATE, "\"gate\"");
    upload(admin, files);
    assertThat(admin.post("/rule-packs/" + GATE + "/1.0.0/activate", "").status()).isEqualTo(200);
    try {
      replace(files, "parameters.yaml", "value: 5", "value: 6");
      replace(files, "pack.yaml", "1.0.0", "1.1.0");
      JsonNode tried = ask(admin, files, CHINA_5);
      assertThat(tried.at("/candidate/decision/verdict").asText()).isEqualTo("deny");
      assertThat(tried.at("/active/decision/verdict").asText()).isEqualTo("allow");
      assertThat(pointers(tried)).contains("/verdict");
      assertThat(tried.at("/candidate/explanation/fired/0/line").asInt()).isPositive();
      assertThat(tried.at("/coverage/rules/all").asInt()).isEqualTo(1);

      theEditedFilesAreThoseOfTheKeptVersion(admin);
      aCaseIsAdded(admin, files);
      aStoredRecordIsTried(admin, files);
    } finally {
      assertThat(admin.post("/rule-packs/" + GATE + "/1.0.0/retire", "").status()).isEqualTo(200);
    }
  }

  private static void theEditedFilesAreThoseOfTheKeptVersion(Api admin) {
    JsonNode kept = admin.get("/playground/packs/" + GATE + "/1.0.0/files").body().path("files");
    assertThat(kept.path("parameters.yaml").asText()).contains("value: 5");
  }

  private static void aCaseIsAdded(Api admin, ObjectNode files) {
    ObjectNode wish = JSON.createObjectNode().put("facts", CHINA_5);
    wish.set("files", files);
    Api.Answer made = admin.post("/playground/case", wish.put("sentence", "国五不放行").toString());
    assertThat(made.body().path("text").asText()).as("%s", made).contains("国五不放行", "deny");
    Api.Answer wrong = admin.post("/playground/case", wish.put("expect", "[").toString());
    assertThat(wrong.status()).as("%s", wrong).isEqualTo(422);
    assertThat(wrong.body().path("code").asText()).isEqualTo("no-case");
  }

  private static void aStoredRecordIsTried(Api admin, ObjectNode files) {
    Samples.cementPlant(admin, "91130200700000079K001P", "130203");
    Api.Answer sent =
        admin.post(
            "/passages",
            Samples.passage(
                "91130200700000079K001P",
                "P-1",
                "冀B77001",
                "5",
                "in",
                "2026-10-05T10:00:00+08:00"));
    String receipt = sent.body().at("/results/0/receipt").asText();
    String decision =
        admin.getAfter(sent.position(), "/passages/" + receipt).body().path("decision").asText();
    ObjectNode question = JSON.createObjectNode().put("decision", decision);
    question.set("files", files);
    JsonNode tried = admin.post("/playground", question.toString()).body();
    assertThat(tried.at("/candidate/decision/verdict").asText()).as("%s", tried).isEqualTo("deny");
  }

  @Test
  void whatIsWrongIsNamedByFileAndLineAndKeptNowhere(ServerProcess server) {
    Api admin = Api.admin(server);
    ObjectNode files = skeleton(admin, "my.wrong-gate", "\"gate\"");
    replace(files, "rules/gate.drl", "heavy == true", "heavy ==");

    JsonNode tried = ask(admin, files, CHINA_5);
    assertThat(tried.path("candidate").isNull()).isTrue();
    assertThat(tried.at("/problems/0/file").asText()).isEqualTo("rules/gate.drl");
    assertThat(tried.at("/problems/0/line").asInt()).isPositive();
    assertThat(admin.get("/rule-packs/my.wrong-gate/1.0.0").status()).isEqualTo(404);
  }

  @Test
  void aWishThatCannotBeGrantedIsRefusedAsWrongInput(ServerProcess server) {
    Api admin = Api.admin(server);
    Map<String, String> wishes =
        Map.of(
            "wrong-id", "{\"id\": \"Not So\", \"kind\": \"gate\"}",
            "wrong-grades", "{\"id\": \"my.a\", \"kind\": \"grading\", \"grades\": [\"A\"]}",
            "wrong-industry", "{\"id\": \"my.a\", \"kind\": \"grading\", \"industry\": \"tea\"}",
            "grades-of-grading", "{\"id\": \"my.a\", \"kind\": \"gate\", \"industry\": \"X01\"}");
    wishes.forEach(
        (code, wish) -> {
          Api.Answer refused = admin.post("/playground/skeleton", wish);
          assertThat(refused.status()).as("%s", refused).isEqualTo(422);
          assertThat(refused.body().path("code").asText()).isEqualTo(code);
        });
  }

  @Test
  void editorsLearnWhatRulesMayAsk(ServerProcess server) {
    JsonNode types = Api.admin(server).get("/playground/facts").body().path("types");
    assertThat(types.findValuesAsText("name")).contains("Passage", "TripGroup", "Outcome");
    assertThat(types.findValuesAsText("ask")).contains("stageRank", "text(String name)");
  }

  private static void plant(Api admin) {
    String body =
        "{\"name\": \"茶厂\", \"division\": \"130203\", \"industries\": [{\"code\": \"%s\"}]}"
            .formatted(INDUSTRY);
    assertThat(admin.put("/enterprises/" + PLANT, body).status()).isEqualTo(200);
  }

  private static ObjectNode skeleton(Api admin, String id, String kind, String... grades) {
    String wish = "{\"id\": \"%s\", \"kind\": %s}".formatted(id, kind);
    if (grades.length > 0) {
      String names = "\"" + String.join("\",\"", grades) + "\"";
      wish = wish.replaceFirst("}$", ", \"grades\": [" + names + "]}");
    }
    Api.Answer made = admin.post("/playground/skeleton", wish);
    assertThat(made.status()).as("%s", made).isEqualTo(200);
    return (ObjectNode) made.body().path("files");
  }

  private static JsonNode ask(Api admin, ObjectNode files, String facts) {
    ObjectNode question = JSON.createObjectNode().put("facts", facts);
    question.set("files", files);
    Api.Answer answer = admin.post("/playground", question.toString());
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.body();
  }

  private static void upload(Api admin, ObjectNode files) {
    PackZip pack = PackZip.empty();
    files.properties().forEach(file -> pack.with(file.getKey(), file.getValue().asText()));
    Api.Answer uploaded = admin.post("/rule-packs", pack.zip(), "application/zip");
    assertThat(uploaded.status()).as("%s", uploaded).isEqualTo(201);
  }

  private static void replace(ObjectNode files, String path, String old, String other) {
    files.put(path, files.path(path).asText().replace(old, other));
  }

  private static java.util.List<String> pointers(JsonNode tried) {
    return StreamSupport.stream(tried.path("differences").spliterator(), false)
        .map(one -> one.path("pointer").asText())
        .toList();
  }
}
