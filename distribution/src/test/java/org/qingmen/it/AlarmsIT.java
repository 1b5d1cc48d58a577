package org.qingmen.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Each kind of alarm, raised by really doing what it is about, on the assembled product. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AlarmsIT {

  private static final String PLANT = "91130200700000033K001P";
  private static final String STOPPED = "冀B00031";
  private static final String LISTED = "冀B00032";
  private static final Duration SOON = Duration.ofSeconds(60);

  private final ServerProcess server =
      ServerProcess.create().with("QINGMEN_PACKS_UNSIGNED", "dev").start();
  private Api admin;
  private DeviceSignature gate;

  @BeforeAll
  void aPlantWithAGateAndShortDeadlines() {
    admin = Api.admin(server);
    Samples.cementPlant(admin, PLANT, "130203");
    for (String barrier : List.of("A01", "B01", "D01", "G01")) {
      admin.put("/enterprises/" + PLANT + "/barriers/" + barrier, "{\"direction\":\"in\"}");
    }
    Api.Answer device =
        admin.post("/devices", "{\"enterprise\":\"" + PLANT + "\",\"protocol\":\"native\"}");
    gate = DeviceSignature.from(device.body());
    activate("hebei-gate", PackZip.stopping("hebei-gate", "1.0.0", "130000", STOPPED));
    activate("hebei-alarm", shortDeadlines());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  /** The national rules with limits that a test can wait for. */
  private static PackZip shortDeadlines() {
    String value = "  - {value: %s, from: 2020-01-01, clause: 一, source: 试验, verified: true}\n";
    return PackZip.empty()
        .with(
            "pack.yaml",
            """
            id: hebei-alarm
            version: 1.0.0
            kind: alarm
            title: {zh: 试验省报警, en: Alarms of a province that does not exist}
            policy: 试验省〔2026〕2号
            region: "130000"
            industries: []
            validFrom: 2020-01-01
            validTo: null
            extends: cn.alarm
            owner: {name: 试验, contact: nobody@example.org}
            """)
        .with(
            "parameters.yaml",
            "gate.heartbeat-seconds:\n"
                + value.formatted(3)
                + "raise.grace-minutes:\n"
                + value.formatted(0)
                + "counter.minutes:\n"
                + value.formatted(0))
        .with(
            "cases/offline.yaml",
            """
            - case: 十秒没有心跳，离线
              given: {facts: [{kind: alarm, code: gate-offline, count: 1, barrier: A01, since: "10:00", silentSeconds: 10}]}
              expect: {findings: [], conclusions: {severity: serious}}
            """);
  }

  private void activate(String id, PackZip pack) {
    Api.Answer made = admin.post("/rule-packs", pack.zip(), "application/octet-stream");
    assertThat(made.status()).as("%s", made).isEqualTo(201);
    Api.Answer active = admin.post("/rule-packs/" + id + "/1.0.0/activate", "");
    assertThat(active.status()).as("%s", active).isIn(200, 204);
  }

  private static String now() {
    return Samples.now();
  }

  private Api.Answer pass(String serial, String plate) {
    String record =
        Samples.passage(PLANT, serial, plate, "6")
            .replace("2026-10-01T08:00:00+08:00", now())
            .replace("\"cargo\"", "\"barrierRaised\": \"manual\", \"cargo\"");
    Api.Answer answer = admin.signed(gate, "/passages", record);
    assertThat(answer.body().at("/results/0/status").asText())
        .as("%s", answer)
        .isEqualTo("accepted");
    return answer;
  }

  private void event(String kind, String barrier, String more) {
    Api.Answer answer =
        admin.signed(
            gate,
            "/gate-events",
            "{\"enterprise\":\"%s\",\"barrier\":\"%s\",\"kind\":\"%s\",\"time\":\"%s\"%s}"
                .formatted(PLANT, barrier, kind, now(), more));
    assertThat(answer.body().at("/results/0/status").asText())
        .as("%s", answer)
        .isIn("accepted", "noted");
  }

  private JsonNode alarms(String query) {
    return admin.get("/alarms?limit=1000" + query).body().path("items");
  }

  private JsonNode awaited(String code) {
    Waiting.until("an alarm " + code + ", there are " + codes(), SOON, () -> !of(code).isEmpty());
    assertThat(of(code)).hasSize(1);
    return of(code).get(0);
  }

  private JsonNode of(String code) {
    return alarms("&code=" + code);
  }

  private Set<String> codes() {
    Set<String> codes = new TreeSet<>();
    alarms("").forEach(alarm -> codes.add(alarm.path("code").asText()));
    return codes;
  }

  @Test
  @Order(1)
  void whatGoesWrongAtAGateIsRaisedOnceWithItsEvidence() {
    admin.post(
        "/violators",
        """
        {"plate": {"number": "%s", "colour": "yellow"}, "reason": "排放超标",
         "source": "遥感监测", "division": "130000", "from": "2026-01-01T00:00:00+08:00"}"""
            .formatted(LISTED));
    event("heartbeat", "B01", "");
    event("heartbeat", "A01", ",\"clock\":\"2026-10-01T08:00:00+08:00\"");
    event("heartbeat", "G01", ",\"passagesToday\":99");
    Api.Answer stray =
        admin.signed(
            gate,
            "/gate-events",
            "{\"enterprise\":\"%s\",\"barrier\":\"B1\",\"kind\":\"heartbeat\",\"time\":\"%s\"}"
                .formatted(PLANT, now()));
    assertThat(stray.body().at("/results/0/errors/0/code").asText()).isEqualTo("unknown-barrier");
    event("barrier-raised", "C01", ",\"operator\":\"张\",\"reason\":\"消防车\"");
    event("fault", "D01", ",\"fault\":\"camera\"");
    event("heartbeat", "D01", ",\"faults\":[\"camera\"]");
    String receipt = pass("L-1", LISTED).body().at("/results/0/receipt").asText();
    pass("S-1", STOPPED);

    JsonNode listed = awaited("listed-vehicle-admitted");
    assertThat(listed.path("severity").asText()).isEqualTo("critical");
    assertThat(listed.path("evidence").toString()).contains(receipt, "violator", "decision");
    assertThat(listed.path("text").asText()).contains(LISTED);
    assertThat(awaited("deny-but-raised").path("division").asText()).isEqualTo("130203");
    assertThat(awaited("unrecorded-raise").path("barrier").asText()).isEqualTo("C01");
    assertThat(awaited("counter-gap").at("/values/counted").asInt()).isEqualTo(99);
    assertThat(awaited("gate-clock").path("barrier").asText()).isEqualTo("A01");
    assertThat(awaited("gate-fault").path("barrier").asText()).isEqualTo("D01");
    Waiting.until(
        "B01 is offline", SOON, () -> !alarms("&code=gate-offline&barrier=B01").isEmpty());
  }

  @Test
  @Order(2)
  void aRepetitionIsCountedAndTheEndOfAConditionIsNoted() {
    pass("S-2", STOPPED);
    Waiting.until(
        "the second is counted",
        SOON,
        () -> of("deny-but-raised").get(0).path("count").asInt() == 2);
    Waiting.until(
        "B01 is online again",
        SOON,
        () -> {
          event("heartbeat", "B01", "");
          return alarms("&code=gate-offline&barrier=B01").get(0).has("over");
        });
    JsonNode gates = admin.get("/gates?enterprise=" + PLANT).body();
    assertThat(gates.path("items").findValuesAsText("barrier"))
        .contains("A01", "B01")
        .doesNotContain("B1");
    JsonNode repeated = of("deny-but-raised").get(0);
    assertThat(repeated.at("/firstOccurrence/values/serial").asText()).isEqualTo("S-1");
    assertThat(repeated.at("/lastOccurrence/values/serial").asText()).isEqualTo("S-2");
    assertThat(repeated.at("/values/serial").asText()).isEqualTo("S-2");
  }

  @Test
  @Order(3)
  void aReplayedRequestAndAnUnknownEnterpriseAreAlarms() {
    long time = System.currentTimeMillis() / 1000;
    String body = "[]";
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String signature = gate.of("POST", "/api/v1/gate-events", bytes, time, "nonce-of-the-alarms");
    for (int expected : List.of(200, 401)) {
      var answer =
          server.send(
              java.net.http.HttpRequest.newBuilder(server.uri("/api/v1/gate-events"))
                  .header("Authorization", signature)
                  .header("Content-Type", "application/json")
                  .POST(java.net.http.HttpRequest.BodyPublishers.ofByteArray(bytes))
                  .build());
      assertThat(answer.statusCode()).isEqualTo(expected);
    }
    admin.post("/passages", Samples.passage("91130200799999999K001P", "X-1", "冀B1", "6"));
    assertThat(awaited("replayed-requests").path("severity").asText()).isEqualTo("critical");
    awaited("unknown-device");
  }

  @Test
  @Order(4)
  void anOfficerSeesToItAndEveryStepIsKept() {
    String id = of("listed-vehicle-admitted").get(0).path("id").asText();
    assertThat(admin.post("/alarms/" + id + "/acknowledge", "{\"note\":\"看到了\"}").status())
        .isEqualTo(200);
    Api.Answer nobody = admin.post("/alarms/" + id + "/assign", "{\"assignee\":\"nobody-li\"}");
    assertThat(nobody.body().at("/errors/0/code").asText()).isEqualTo("unfit-assignee");
    assertThat(admin.post("/alarms/" + id + "/assign", "{\"assignee\":\"admin\"}").status())
        .isEqualTo(200);
    admin.post("/alarms/" + id + "/escalate", "{}");
    Api.Answer bad = admin.post("/alarms/" + id + "/close", "{\"reason\":\"gone\"}");
    assertThat(bad.status()).isEqualTo(422);
    JsonNode closed = admin.post("/alarms/" + id + "/close", "{\"reason\":\"handled\"}").body();
    assertThat(closed.path("state").asText()).isEqualTo("closed");
    assertThat(admin.post("/alarms/" + id + "/acknowledge", "{}").status()).isEqualTo(409);
    JsonNode history = admin.get("/alarms/" + id + "/history").body().path("items");
    List<String> steps =
        history.findValues("after").stream()
            .map(after -> after.at("/step/action").asText())
            .collect(Collectors.toList());
    assertThat(steps).startsWith("closed", "escalated", "assigned", "acknowledged");
  }

  @Test
  @Order(5)
  void theStreamAndAWebhookTellOfANewAlarmAndTheStreamContinuesWhereItBroke() throws Exception {
    List<String> received = new CopyOnWriteArrayList<>();
    List<String> signatures = new CopyOnWriteArrayList<>();
    HttpServer receiver =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/hook",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          // The first attempt is refused, so that it is tried again.
          boolean first = signatures.isEmpty();
          signatures.add(exchange.getRequestHeaders().getFirst("Qingmen-Signature"));
          if (!first) {
            received.add(body);
          }
          exchange.sendResponseHeaders(first ? 500 : 204, -1);
          exchange.close();
        });
    receiver.start();
    try {
      JsonNode rule =
          admin
              .post(
                  "/notification-rules",
                  """
                  {"title": "试验", "channel": "webhook", "division": "130200",
                   "addresses": ["http://127.0.0.1:%d/hook"], "codes": ["unrecorded-raise"]}"""
                      .formatted(receiver.getAddress().getPort()))
              .body();
      String token = token("admin", server.adminPassword());
      String last;
      try (AlarmStreamReader reader = new AlarmStreamReader(server, token, null);
          AlarmStreamReader stranger = new AlarmStreamReader(server, elsewhere(), null)) {
        Waiting.until("the streams begin", SOON, () -> reader.begun() && stranger.begun());
        event("barrier-raised", "E01", ",\"operator\":\"李\",\"reason\":\"停电\"");
        Waiting.until("the stream tells", SOON, () -> told(reader, "E01"));
        assertThat(stranger.alarms()).as("what an officer of another province hears").isEmpty();
        last = reader.last();
      }
      event("barrier-raised", "F01", ",\"operator\":\"李\",\"reason\":\"停电\"");
      Waiting.until(
          "the other alarm", SOON, () -> !alarms("&code=unrecorded-raise&barrier=F01").isEmpty());
      try (AlarmStreamReader reader = new AlarmStreamReader(server, token, last)) {
        Waiting.until("the stream continues", SOON, () -> told(reader, "F01"));
        assertThat(told(reader, "E01")).isFalse();
      }
      Waiting.until("two webhooks arrive", SOON, () -> received.size() == 2);
      assertThat(received.toString()).contains("E01", "F01", "unrecorded-raise");
      signed(received.get(1), signatures, rule.path("secret").asText());
    } finally {
      receiver.stop(0);
    }
  }

  private static boolean told(AlarmStreamReader reader, String barrier) {
    return reader.alarms().stream()
        .anyMatch(alarm -> barrier.equals(alarm.path("barrier").asText()));
  }

  private static void signed(String body, List<String> signatures, String secret) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA256"));
    boolean found = false;
    for (String signature : signatures) {
      String time = signature.replaceFirst("t=([0-9]+),.*", "$1");
      String text = time + "." + body;
      String hex = HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
      found |= signature.equals("t=" + time + ",v1=" + hex);
    }
    assertThat(found).isTrue();
  }

  /** Token of an officer of another province. */
  private String elsewhere() throws Exception {
    String password = "Elsewhere-of-the-tests-1";
    admin.post(
        "/users",
        """
        {"user": "officer-elsewhere", "password": "%s", "roles": ["officer"], "scope": "14"}"""
            .formatted(password));
    return token("officer-elsewhere", password);
  }

  private String token(String user, String password) throws Exception {
    var answer =
        server.send(
            java.net.http.HttpRequest.newBuilder(server.uri("/api/v1/tokens"))
                .header("Content-Type", "application/json")
                .POST(
                    java.net.http.HttpRequest.BodyPublishers.ofString(
                        "{\"user\":\"" + user + "\",\"password\":\"" + password + "\"}"))
                .build());
    return new ObjectMapper().readTree(answer.body()).path("token").asText();
  }

  @Test
  @Order(6)
  void aKilledServerLosesNoAlarmAndCountsNoneTwice() {
    int before = of("deny-but-raised").get(0).path("count").asInt();
    Set<String> known = codes();
    for (int i = 0; i < 20; i++) {
      pass("K-" + i, STOPPED);
    }
    server.kill();
    server.start();
    admin = Api.admin(server);
    Waiting.until(
        "all twenty are counted",
        SOON,
        () -> of("deny-but-raised").get(0).path("count").asInt() == before + 20);
    pass("K-last", STOPPED);
    Waiting.until(
        "and none twice",
        SOON,
        () -> of("deny-but-raised").get(0).path("count").asInt() == before + 21);
    assertThat(of("deny-but-raised")).hasSize(1);
    assertThat(of("deny-but-raised").get(0).path("severity").asText()).isEqualTo("critical");
    assertThat(codes()).containsAll(known);
  }
}
