package org.qingmen.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Statistics, queries and exports on the demonstration province, against reading everything. */
class QueryIT {

  private static final Duration LOADING = Duration.ofMinutes(5);
  private static final String PASSWORD = "Query-of-the-tests-1";
  private static final String ALL = "from=2020-01-01&to=2030-12-31";
  private static final ObjectMapper JSON = new ObjectMapper();

  private static ServerProcess server;
  private static Api admin;
  private static List<JsonNode> records;
  private static final Map<String, String> divisions = new TreeMap<>();

  @BeforeAll
  static void theProvinceIsLoadedAndReadWhole() {
    server =
        ServerProcess.create()
            .with("QINGMEN_PACKS_UNSIGNED", "dev")
            .with("QINGMEN_DEMO", "1")
            .start();
    Path progress = server.data().resolve("demo-progress");
    Waiting.until("the demonstration is loaded", LOADING, () -> says(progress, "100% done"));
    admin = Api.admin(server);
    admin.post(
        "/users",
        """
        {"user": "auditor-1", "password": "%s", "roles": ["auditor"], "scope": "000000"}"""
            .formatted(PASSWORD));
    records = Office.of(server).all("/passages?" + ALL, 0);
    admin
        .get("/enterprises?limit=1000")
        .body()
        .path("items")
        .forEach(one -> divisions.put(one.path("id").asText(), one.path("division").asText()));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static boolean says(Path file, String text) {
    try {
      return Files.exists(file) && Files.readString(file).contains(text);
    } catch (IOException e) {
      return false; // it is being written
    }
  }

  @Test
  void statisticsSayWhatCountingEveryRecordSays() {
    assertThat(records).hasSizeGreaterThan(1000);
    Map<String, Function<JsonNode, String>> groups = new TreeMap<>();
    groups.put("enterprise", r -> r.path("enterprise").asText());
    groups.put("stage", r -> r.path("stage").asText());
    groups.put("fuel", r -> r.path("fuel").asText());
    groups.put("usage", r -> r.path("usage").asText());
    groups.put("direction", r -> r.path("direction").asText());
    groups.put("verdict", r -> r.path("verdict").asText());
    groups.put("new-energy", r -> r.path("newEnergy").asText());
    groups.put("heavy", r -> String.valueOf(r.path("vehicleType").asText().matches("[HQ]1.|Z5.")));
    groups.put("day", r -> r.path("time").asText().substring(0, 10));
    groups.put("month", r -> r.path("time").asText().substring(0, 7));
    groups.put("year", r -> r.path("time").asText().substring(0, 4));
    groups.forEach(
        (group, key) ->
            assertThat(answered(group)).as("by %s", group).isEqualTo(counted(List.of(key))));
    assertThat(answered("month,heavy,stage"))
        .isEqualTo(counted(List.of(groups.get("month"), groups.get("heavy"), groups.get("stage"))));
  }

  private static Map<String, String> answered(String groups) {
    Map<String, String> answer = new TreeMap<>();
    for (JsonNode item :
        admin.get("/statistics?" + ALL + "&group=" + groups).body().path("items")) {
      List<String> key = new ArrayList<>();
      for (String group : groups.split(",")) {
        key.add(item.path(group).asText());
      }
      answer.put(
          String.join("|", key),
          "%d passages, %d trips, %d kg"
              .formatted(
                  item.path("passages").asLong(),
                  item.path("trips").asLong(),
                  Math.round(item.path("tonnes").asDouble() * 1000)));
    }
    return answer;
  }

  private static Map<String, String> counted(List<Function<JsonNode, String>> keys) {
    Map<String, long[]> sums = new TreeMap<>();
    for (JsonNode record : records) {
      String key = String.join("|", keys.stream().map(k -> k.apply(record)).toList());
      long[] sum = sums.computeIfAbsent(key, k -> new long[3]);
      sum[0]++;
      sum[1] += record.path("trip").asBoolean() ? 1 : 0;
      sum[2] += Math.round(record.path("tonnes").asDouble() * 1_000_000);
    }
    Map<String, String> answer = new TreeMap<>();
    sums.forEach(
        (key, sum) ->
            answer.put(
                key,
                "%d passages, %d trips, %d kg"
                    .formatted(sum[0], sum[1], Math.round(sum[2] / 1000.0))));
    return answer;
  }

  @Test
  void periodsCleanSharesAndGatesAreAnswered() {
    JsonNode record = records.get(0);
    String day = record.path("time").asText().substring(0, 10);
    String month = day.substring(0, 7);
    JsonNode compared =
        admin
            .get("/statistics?group=stage&compare=previous&from=%s&to=%s".formatted(day, day))
            .body();
    assertThat(compared.at("/before/to").asText()).isLessThan(day);
    assertThat(compared.at("/items/0").has("tripsBefore")).isTrue();

    JsonNode clean =
        admin.get("/statistics?metric=clean-share&group=enterprise&" + ALL).body().path("items");
    double road = 0;
    for (JsonNode item : clean) {
      road += item.path("roadTonnes").asDouble();
      assertThat(item.path("cleanShare").asDouble()).isBetween(0.0, 1.0);
    }
    double tonnes = records.stream().mapToDouble(r -> r.path("tonnes").asDouble()).sum();
    assertThat(Math.round(road * 1000)).isEqualTo(Math.round(tonnes * 1000));

    Api.Answer gates =
        admin.get(
            "/statistics?metric=gates&group=enterprise,barrier&from=%s-01&to=%s"
                .formatted(month, day));
    assertThat(gates.status()).isEqualTo(200);
    assertThat(gates.body().path("items")).isNotEmpty();
    assertThat(gates.body().at("/items/0").has("onlineRate")).isTrue();
    assertThat(admin.get("/statistics?metric=gates&group=stage&" + ALL).status()).isEqualTo(422);
    assertThat(admin.get("/statistics?metric=clean-share&group=fuel&" + ALL).status())
        .isEqualTo(422);
  }

  @Test
  void fieldsCombineAndAMisspeltOneIsRefused() {
    JsonNode one = records.get(3);
    String plate = one.at("/plate/number").asText();
    long same = records.stream().filter(r -> plate.equals(r.at("/plate/number").asText())).count();
    assertThat(size("plate=" + plate)).isEqualTo(same);
    String pattern = plate.substring(0, 3) + "*" + plate.substring(plate.length() - 2);
    String regex = pattern.replace("*", ".*");
    assertThat(size("plate=" + pattern))
        .isEqualTo(
            records.stream().filter(r -> r.at("/plate/number").asText().matches(regex)).count());
    assertThat(size("stage=5&direction=in&tonnesFrom=10&fuel=diesel&division=13"))
        .isEqualTo(
            records.stream()
                .filter(r -> r.path("stage").asText().equals("5"))
                .filter(r -> r.path("direction").asText().equals("in"))
                .filter(r -> r.path("tonnes").asDouble() >= 10)
                .filter(r -> r.path("fuel").asText().equals("diesel"))
                .filter(r -> division(r).startsWith("13"))
                .count());
    assertThat(admin.get("/passages?plaet=x").status()).isEqualTo(422);
    assertThat(admin.get("/passages?fuel=coal").status()).isEqualTo(422);
    assertThat(admin.get("/passages?entrance=1").status()).isEqualTo(422);
  }

  private static String division(JsonNode record) {
    return divisions.get(record.path("enterprise").asText());
  }

  private static long size(String question) {
    String encoded = question.replace("*", "%2A");
    StringBuilder ascii = new StringBuilder();
    for (byte b : encoded.getBytes(StandardCharsets.UTF_8)) {
      ascii.append(b < 0 ? "%%%02X".formatted(b) : String.valueOf((char) b));
    }
    return Office.of(server).all("/passages?" + ascii, 0).size();
  }

  @Test
  void filesHoldEveryRecordAndAreInTheAuditTrail() throws Exception {
    String question = "stage=5&" + ALL;
    long expected = records.stream().filter(r -> r.path("stage").asText().equals("5")).count();

    HttpResponse<byte[]> csv = file("admin", server.adminPassword(), "/passages.csv?" + question);
    String text = new String(csv.body(), StandardCharsets.UTF_8);
    assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(text).startsWith("\uFEFF").contains("国五");
    assertThat(text.lines().count()).isEqualTo(expected + 1);

    HttpResponse<byte[]> xlsx = file("admin", server.adminPassword(), "/passages.xlsx?" + question);
    assertThat(rows(xlsx.body())).isEqualTo(expected + 1);

    HttpResponse<byte[]> sums =
        file("admin", server.adminPassword(), "/statistics.xlsx?group=month,stage&" + ALL);
    assertThat(rows(sums.body())).isEqualTo(answered("month,stage").size() + 1L);

    JsonNode audit = admin.get("/audit?action=export&limit=100").body().path("items");
    assertThat(audit.toString())
        .contains(
            "export.begun", "export.ended", "passages.csv", "passages.xlsx", "statistics.xlsx");
  }

  /** From a file, as spreadsheet programs read it: what was streamed says its sizes at the end. */
  private static long rows(byte[] xlsx) throws IOException {
    Path file = Files.createTempFile("rows", ".xlsx");
    try (ZipFile zip = new ZipFile(Files.write(file, xlsx).toFile())) {
      InputStream sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"));
      String text = new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
      return text.split("<row ", -1).length - 1L;
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void whoLeavesDuringAnExportDoesNoHarm() throws Exception {
    HttpRequest request = request("admin", server.adminPassword(), "/passages.csv?" + ALL);
    try (InputStream in =
        HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream()).body()) {
      assertThat(in.readNBytes(100)).hasSize(100);
    }
    assertThat(admin.get("/passages?limit=1").status()).isEqualTo(200);
  }

  @Test
  void anAuditorSeesMaskedPlatesAndCannotProbe() throws Exception {
    Api auditor = Api.signIn(server, "auditor-1", PASSWORD);
    JsonNode record =
        records.stream()
            .filter(r -> r.at("/plate/number").asText().length() >= 7)
            .findFirst()
            .orElseThrow();
    String plate = record.at("/plate/number").asText();
    JsonNode listed = auditor.get("/passages?limit=50").body().path("items");
    assertThat(listed.findValuesAsText("number"))
        .allMatch(number -> number.contains("***") || number.equals("null"));
    JsonNode one = auditor.get("/passages/" + record.path("receipt").asText()).body();
    assertThat(one.toString()).doesNotContain(plate).contains("***");
    JsonNode decision = auditor.get("/decisions/" + record.path("decision").asText()).body();
    assertThat(decision.toString()).doesNotContain(plate).contains("***");
    assertThat(auditor.get("/passages?vin=LZZ*".replace("*", "%2A")).status()).isEqualTo(403);
    assertThat(auditor.get("/passages?plate=X1").body().path("code").asText())
        .isEqualTo("plates-masked");
    String text =
        new String(
            file("auditor-1", PASSWORD, "/passages.csv?" + ALL).body(), StandardCharsets.UTF_8);
    assertThat(text).doesNotContain(plate).contains("***");
  }

  @Test
  void questionsAreKeptAndSharedWithinTheScope() {
    Api auditor = Api.signIn(server, "auditor-1", PASSWORD);
    String query =
        """
        {"name": "%s", "page": "passages", "parameters": {"stage": "4", "verdict": "deny"}, "shared": %s}""";
    JsonNode own = admin.post("/queries", query.formatted("自用", false)).body();
    JsonNode shared = admin.post("/queries", query.formatted("共用", true)).body();
    assertThat(own.path("own").asBoolean()).isTrue();
    assertThat(admin.get("/queries").body().toString()).contains("自用", "共用");
    assertThat(auditor.get("/queries").body().toString()).contains("共用").doesNotContain("自用");
    String path = "/queries/" + shared.path("id").asText();
    assertThat(auditor.get("/queries/" + own.path("id").asText()).status()).isEqualTo(404);
    assertThat(auditor.put(path, query.formatted("改名", true)).status()).isEqualTo(403);
    assertThat(auditor.call("DELETE", path, null).status()).isEqualTo(403);
    assertThat(admin.put(path, query.formatted("改名", true)).body().path("name").asText())
        .isEqualTo("改名");
    assertThat(admin.post("/queries", "{\"name\": \"x\"}").status()).isEqualTo(422);
    assertThat(admin.call("DELETE", path, null).status()).isEqualTo(204);
    assertThat(admin.get(path).status()).isEqualTo(404);
  }

  private static HttpResponse<byte[]> file(String user, String password, String path)
      throws Exception {
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient().send(request(user, password, path), BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer;
  }

  private static HttpRequest request(String user, String password, String path) throws IOException {
    String account = "{\"user\":\"%s\",\"password\":\"%s\"}".formatted(user, password);
    HttpResponse<String> signedIn =
        server.send(
            HttpRequest.newBuilder(server.uri("/api/v1/tokens"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(account))
                .build());
    String token = JSON.readTree(signedIn.body()).path("token").asText();
    return HttpRequest.newBuilder(server.uri("/api/v1" + path))
        .header("Authorization", "Bearer " + token)
        .build();
  }
}
