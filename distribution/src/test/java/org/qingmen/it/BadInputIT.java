package org.qingmen.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Bad input gets a clear named error in both languages, and loses nothing. */
@ExtendWith(SharedServer.class)
class BadInputIT {

  private static final String PLANT = "91130200700000034K001P";

  private ServerProcess server;
  private Api admin;

  @BeforeEach
  void aPlant(ServerProcess shared) {
    server = shared;
    admin = Api.admin(server);
    Samples.cementPlant(admin, PLANT, "130203");
  }

  @Test
  void noJsonIsRefusedAsAWhole() {
    named(admin.post("/passages", "{\"enterprise\": "), 400, "not-json");
    named(admin.post("/passages", "[{\"enterprise\": "), 400, "not-json");
    named(admin.put("/enterprises/" + PLANT, "no json"), 400, "not-json");
  }

  @Test
  void aLineThatIsNoJsonIsRefusedAndTheOthersAreTaken() {
    String lines =
        Samples.passage(PLANT, "B-0", "冀B30000", "5").replaceAll("\\s*\n\\s*", " ") + "\n{\"half\n";
    byte[] body = lines.getBytes(StandardCharsets.UTF_8);
    JsonNode results = admin.post("/passages", body, "application/x-ndjson").body().path("results");
    assertThat(results.at("/0/status").asText()).isIn("accepted", "duplicate");
    assertThat(results.at("/1/errors/0/code").asText()).isEqualTo("json");
  }

  @Test
  void wrongTypesAndUnknownCodesAreNamedByPointer() {
    String good = Samples.passage(PLANT, "B-1", "冀B30001", "5");
    fault(good.replace("\"in\"", "\"left\""), "schema", "/direction");
    fault(good.replace("\"yellow\"", "\"purple\""), "schema", "/plate/colour");
    fault(good.replace("30.5", "\"much\""), "schema", "/cargo/tonnes");
    fault(good.replace("\"B-1\"", "17"), "schema", "/serial");
    fault(good.replace("\"barrier\": \"A01\",", ""), "schema", "/barrier");
    fault(good.replace("2026-10-01T08:00:00+08:00", "yesterday"), "schema", "/time");
    fault(good.replace("2026-10-01T08", "2026-02-30T08"), "value", "");
  }

  @Test
  void anotherUnknownCodeIsKeptAndBecomesAFinding() {
    String odd = Samples.passage(PLANT, "B-2", "冀B30002", "5").replace("diesel", "steam");
    JsonNode result = admin.post("/passages", odd).body().at("/results/0");
    assertThat(result.path("status").asText()).isEqualTo("accepted");
    assertThat(result.path("findings").toString()).contains("unmapped-code");
  }

  @Test
  void futureAndAncientTimesAreTakenAndFound() {
    String future =
        Samples.passage(PLANT, "B-3", "冀B30003", "5", "in", "2034-01-04T15:57:03+08:00");
    String ancient =
        Samples.passage(PLANT, "B-4", "冀B30004", "5", "in", "1998-01-04T15:57:03+08:00");
    for (String record : Arrays.asList(future, ancient)) {
      JsonNode result = admin.post("/passages", record).body().at("/results/0");
      assertThat(result.path("status").asText()).isEqualTo("accepted");
      assertThat(result.path("findings")).as("%s", result).isNotEmpty();
    }
  }

  @Test
  void aBodyOfTenMegabytesAndAStringOfOneAreRefused() {
    byte[] large = new byte[10 << 20];
    Arrays.fill(large, (byte) ' ');
    named(admin.post("/passages", large, "application/json"), 413, "too-large");
    String text = "x".repeat(1 << 20);
    fault(Samples.passage(PLANT, text, "冀B30005", "5"), "schema", "/serial");
  }

  @Test
  void moreThanAThousandRecordsAreTooMany() {
    String many =
        IntStream.range(0, 1001).mapToObj(i -> "{}").collect(Collectors.joining(",", "[", "]"));
    named(admin.post("/passages", many), 413, "too-many");
  }

  @Test
  void aSerialWithOtherContentIsAConflictAndTheFirstStands() {
    admin.post("/passages", Samples.passage(PLANT, "B-6", "冀B30006", "5"));
    JsonNode again =
        admin
            .post("/passages", Samples.passage(PLANT, "B-6", "冀B39999", "5"))
            .body()
            .at("/results/0");
    assertThat(again.path("status").asText()).isEqualTo("duplicate");
    assertThat(again.at("/errors/0/code").asText()).isEqualTo("conflict");
  }

  @Test
  void anotherContentTypeIsRefused() {
    byte[] body = Samples.passage(PLANT, "B-7", "冀B30007", "5").getBytes(StandardCharsets.UTF_8);
    named(admin.post("/passages", body, "text/html"), 415, "media-type");
  }

  @Test
  void aPictureThatIsNoneIsRefused() {
    named(admin.call("PUT", "/images/" + "0".repeat(64), "no picture"), 422, "not-an-image");
  }

  @Test
  void wrongQueriesAreNamed() {
    named(admin.get("/passages?limit=0"), 422, "bad-query");
    named(admin.get("/statistics?group=weather&from=2026-01-01&to=2026-01-02"), 422, "bad-query");
    named(
        admin.get("/enterprises/" + PLANT + "/grade?from=2026-13-01&to=2026-01-02"),
        422,
        "bad-query");
    named(admin.get("/alarms?bogus=1"), 422, "unknown-query");
    named(admin.get("/vehicles/stage?vin=LZZ1CLVB7JA000061&bogus=1"), 422, "unknown-query");
    for (String list :
        List.of(
            "/enterprises",
            "/enterprises/" + PLANT + "/barriers",
            "/enterprises/" + PLANT + "/changes",
            "/quarantine",
            "/violators",
            "/passages",
            "/audit")) {
      named(admin.get(list + "?cursor=damaged"), 422, "bad-query");
    }
    named(admin.get("/decisions/D0"), 404, "not-found");
    named(admin.get("/nothing"), 404, "not-found");
  }

  @Test
  void whatNobodyKnowsIsNamedInEpisodesAndPolicies() {
    Api.Answer episode =
        admin.post(
            "/episodes",
            """
            {"level": "orange", "divisions": ["130200", "999999"],
             "from": "2030-01-01T00:00:00+08:00"}""");
    named(episode, 422, "schema");
    assertThat(episode.body().at("/errors/0/pointer").asText()).isEqualTo("/divisions/1");
    assertThat(episode.body().at("/errors/0/code").asText()).isEqualTo("unknown-division");
    Api.Answer policy =
        admin.post(
            "/policies",
            """
            {"title": "试验", "target": {"divisions": ["130200"], "industries": ["I99"]},
             "from": "2030-01-01T00:00:00+08:00", "control": {"stopRoadTransport": true}}""");
    named(policy, 422, "bad-policy");
    assertThat(policy.body().at("/errors/0/pointer").asText()).isEqualTo("/target/industries/0");
  }

  @Test
  void whatIsMissingIsSaidBeforeWhatIsForbidden() {
    String account =
        """
        {"user": "doors-officer", "password": "Doors-of-the-tests-1", "roles": ["officer"],
         "scope": "1302"}""";
    assertThat(admin.post("/users", account).status()).isIn(201, 409);
    Api officer = Api.signIn(server, "doors-officer", "Doors-of-the-tests-1");
    named(officer.post("/episodes", "{}"), 422, "bad-episode");
    named(officer.post("/policies", "{}"), 422, "bad-policy");
    named(officer.post("/violators", "{}"), 422, "bad-violator");
    String foreign =
        "{\"level\": \"orange\", \"divisions\": [\"410100\"], \"from\": \"2030-01-01T00:00:00+08:00\"}";
    named(officer.post("/episodes", foreign), 403, "division");
  }

  @Test
  void anAddressThatCannotBeReadIsNamedLikeEverythingElse() throws IOException {
    for (String path : List.of("/api/v1/passages/%00", "/api/v1/passages/%zz", "/api/v1/x%2")) {
      String answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      assertThat(answer).as(path).startsWith("HTTP/1.1 400");
      assertThat(answer).as(path).contains("application/problem+json", "\"code\":\"malformed\"");
      assertThat(answer).as("%s, in both languages", path).contains("无法读取", "cannot be read");
      assertThat(answer).as(path).doesNotContain("<html", "Jetty");
    }
  }

  /** As it is written: a client of the JDK sends no such address. */
  private String raw(String request) throws IOException {
    URI door = server.uri("/");
    try (Socket socket = new Socket(door.getHost(), door.getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aProblemReadsInTheReadersLanguage() {
    JsonNode english = admin.get("/nothing").body();
    JsonNode chinese = admin.reading("zh-CN").get("/nothing").body();
    assertThat(english.path("title").asText()).matches("[\\x20-\\x7e]+");
    assertThat(chinese.path("title").asText()).matches(".*\\p{IsHan}.*");
    assertThat(chinese.path("fix").asText()).isNotEmpty();
  }

  private void fault(String record, String code, String pointer) {
    JsonNode result = admin.post("/passages", record).body().at("/results/0");
    assertThat(result.path("status").asText()).as("%s", result).isEqualTo("rejected");
    assertThat(result.at("/errors/0/code").asText()).isEqualTo(code);
    assertThat(result.at("/errors/0/pointer").asText()).isEqualTo(pointer);
    assertThat(result.at("/errors/0/message").asText()).isNotEmpty();
  }

  private static void named(Api.Answer answer, int status, String code) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    assertThat(answer.body().path("code").asText()).isEqualTo(code);
    assertThat(answer.body().path("detail").asText()).isNotEmpty();
    assertThat(answer.body().path("fix").asText()).isNotEmpty();
  }
}
