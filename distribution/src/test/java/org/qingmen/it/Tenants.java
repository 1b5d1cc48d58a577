package org.qingmen.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Real data of a foreign plant, by the address it is found under. Whoever adds an operation whose
 * address names something adds a row here: a sample, or why everybody may read it. An operation
 * without a row fails {@link TenancyMatrixIT}.
 */
final class Tenants {

  static final String OURS = "91130200700000071K001P";
  static final String THEIRS = "91410100700000072K001P";
  static final String THEIR_DIVISION = "410102";
  private static final Duration SOON = Duration.ofSeconds(30);

  /** A row: what stands for the placeholder, or why there is no tenant. */
  record Row(String sample, String shared) {}

  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final Api admin;

  Tenants(Api admin) {
    this.admin = admin;
    for (String pack : List.of("cn.suspicion", "cn.alarm", "cn.inspection", "cn.response")) {
      Waiting.until(
          pack + " serves", SOON, () -> admin.get("/rule-packs").body().toString().contains(pack));
    }
    Samples.cementPlant(admin, OURS, "130203");
    Samples.cementPlant(admin, THEIRS, THEIR_DIVISION);
    records();
    people();
    control();
    alarms();
    inspections();
    shared();
  }

  /** The row of the longest beginning of an address that the table knows. */
  Optional<Row> of(String template) {
    if (template.matches("/[a-z-]+/\\{id}/\\{no}(/.*)?")) {
      return Optional.of(new Row(THEIRS, null)); // an entry of a common register: CODE/number
    }
    return rows.entrySet().stream()
        .filter(
            row ->
                template.equals(row.getKey())
                    || template.startsWith(row.getKey() + "/")
                    || template.startsWith(row.getKey() + "."))
        .max(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue);
  }

  /** Every sample by the beginning of its address, for lists that must not show them. */
  Map<String, String> samples() {
    Map<String, String> samples = new TreeMap<>();
    rows.forEach(
        (address, row) -> {
          if (row.sample() != null) {
            samples.put(address, row.sample());
          }
        });
    return samples;
  }

  private void sample(String address, String value) {
    if (value == null || value.isEmpty()) {
      throw new IllegalStateException("no sample for " + address);
    }
    rows.put(address, new Row(value, null));
  }

  private void shared(String address, String why) {
    rows.put(address, new Row(null, why));
  }

  private void records() {
    sample("/enterprises/{id}", THEIRS);
    String record =
        Samples.passage(THEIRS, "T-1", "豫A72001", "6", "in", "2026-10-05T08:00:00+08:00")
            .replace("\"fuel\"", "\"registered\": \"2010-05-01\", \"fuel\"");
    Api.Answer answer = admin.post("/passages", record);
    String receipt = answer.body().at("/results/0/receipt").asText();
    admin.getAfter(answer.position(), "/passages/" + receipt);
    sample("/passages/{receipt}", receipt);
    sample("/decisions/{id}", admin.get("/passages/" + receipt).body().path("decision").asText());
    sample("/suspicions/{id}", suspicion());
    sample(
        "/verification-runs/{id}",
        id(
            admin.post(
                "/verification-runs",
                "{\"from\": \"2026-10-01\", \"to\": \"2026-10-02\", \"enterprise\": \"%s\"}"
                    .formatted(THEIRS))));
    sample("/files/{id}", id(admin.post("/files?enterprise=" + THEIRS, "%PDF-1.4 theirs")));
  }

  private String suspicion() {
    AtomicReference<String> found = new AtomicReference<>();
    Waiting.until(
        "the finding went to the plant",
        SOON,
        () -> {
          JsonNode items = admin.get("/suspicions?enterprise=" + THEIRS).body().path("items");
          found.set(items.path(0).path("id").asText());
          return !found.get().isEmpty();
        });
    return found.get();
  }

  private void people() {
    admin.post(
        "/users",
        "{\"user\": \"their-officer\", \"password\": \"Tenant-of-the-tests-1\","
            + " \"roles\": [\"officer\"], \"scope\": \"410102\"}");
    sample("/users/{user}", "their-officer");
    sample(
        "/devices/{id}",
        id(
            admin.post(
                "/devices", "{\"enterprise\": \"" + THEIRS + "\", \"protocol\": \"native\"}")));
  }

  private void control() {
    sample(
        "/violators/{id}",
        id(
            admin.post(
                "/violators",
                "{\"plate\": {\"number\": \"豫A72009\", \"colour\": \"yellow\"}, \"reason\": \"遥感\","
                    + " \"source\": \"市局\", \"division\": \"410102\"}")));
    String policy =
        id(
            admin.post(
                "/policies",
                "{\"title\": \"限行\", \"target\": {\"divisions\": [\"410102\"]},"
                    + " \"from\": \"2026-11-01T00:00:00+08:00\","
                    + " \"to\": \"2027-03-16T00:00:00+08:00\","
                    + " \"control\": {\"minimumStage\": {\"diesel\": \"5\"},"
                    + " \"vehicleClasses\": \"heavy\", \"unknownStage\": \"deny\"}}"));
    // A draft is the bureau's own; an approved one is there for everybody it concerns.
    admin.as("their-officer", "Tenant-of-the-tests-1").post("/policies/" + policy + "/approve", "");
    sample("/policies/{id}", policy);
    sample(
        "/episodes/{id}",
        id(
            admin.post(
                "/episodes",
                "{\"level\": \"orange\", \"divisions\": [\"410102\"],"
                    + " \"from\": \"2026-11-20T08:00:00+08:00\", \"title\": \"橙色预警\"}")));
  }

  private void alarms() {
    sample("/gates/{enterprise}", THEIRS);
    sample(
        "/notification-rules/{id}",
        id(
            admin.post(
                "/notification-rules",
                "{\"title\": \"试验\", \"channel\": \"sms\", \"division\": \"410102\","
                    + " \"addresses\": [\"13800000000\"], \"enabled\": false}")));
    String now = Samples.now();
    admin.post(
        "/passages",
        Samples.passage(THEIRS, "T-alarm-" + now, "豫A72009", "6", "in", now)
            .replace("\"cargo\"", "\"barrierRaised\": \"automatic\", \"cargo\""));
    AtomicReference<String> found = new AtomicReference<>();
    Waiting.until(
        "the listed vehicle raised an alarm",
        SOON,
        () -> {
          JsonNode items = admin.get("/alarms?enterprise=" + THEIRS).body().path("items");
          found.set(items.path(0).path("id").asText());
          return !found.get().isEmpty();
        });
    sample("/alarms/{id}", found.get());
    admin.put(
        "/reports/upward/their-target",
        "{\"title\": \"市级\", \"address\": \"http://127.0.0.1:9\", \"keyId\": \"none\","
            + " \"secret\": \"c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0MTI=\","
            + " \"division\": \"410102\", \"enabled\": false, \"summaries\": false}");
    sample("/reports/upward/{target}", "their-target");
  }

  private void inspections() {
    sample("/verifications/{id}", signedVerification());
    sample(
        "/acceptances/{id}",
        id(admin.post("/acceptances", "{\"enterprise\": \"" + THEIRS + "\"}")));
    Api.Answer video =
        admin.post(
            "/videos",
            "{\"enterprise\": \"%s\", \"camera\": \"C1\", \"address\": \"nvr/c1.mp4\","
                    .formatted(THEIRS)
                + " \"from\": \"2026-10-05T08:00:00+08:00\", \"to\": \"2026-10-05T09:00:00+08:00\"}");
    sample(
        "/videos/{id}",
        admin
            .getAfter(
                video.position(), "/videos?enterprise=" + THEIRS + "&from=2026-10-05&to=2026-10-05")
            .body()
            .at("/items/0/id")
            .asText());
    String episode = rows.get("/episodes/{id}").sample();
    admin.post("/response-evaluations", "{\"episode\": \"" + episode + "\"}");
    sample("/response-evaluations/runs/{episode}", episode);
    sample(
        "/response-evaluations/{id}",
        id(
            admin.post(
                "/response-evaluations",
                "{\"episode\": \"%s\", \"enterprise\": \"%s\"}".formatted(episode, THEIRS))));
  }

  /** The inspected sees a verification only once it is signed. */
  private String signedVerification() {
    Api.Answer drawn =
        admin.post(
            "/verifications",
            "{\"enterprise\": \"%s\", \"from\": \"2026-10-01\", \"to\": \"2026-10-10\"}"
                .formatted(THEIRS));
    String path = "/verifications/" + id(drawn);
    for (JsonNode item : drawn.body().path("items")) {
      admin.put(path + "/items/" + item.path("no").asText(), "{\"result\": \"ok\"}");
    }
    admin.post(path + "/finish", "");
    return id(admin.post(path + "/sign", ""));
  }

  /** What belongs to no tenant, or to whoever sent it. */
  private void shared() {
    shared(
        "/rule-packs/{id}/{version}/impact",
        "a pack is everybody's; a job has a division, and that no other sees it is asked in ImpactIT");
    shared(
        "/rule-packs/{id}/{version}/shadow",
        "a pack is everybody's; of enterprises only those within the caller's scope are named");
    shared("/imports/{id}", "a draft of whoever uploaded it; nobody else finds it (RegistersIT)");
    shared("/duplicates/{id}", "a pair; only who may see both of it may decide (RegistersIT)");
    shared("/images/{sha256}", "named by its content: who has the hash has the picture");
    shared("/playground/packs/{id}", "rule packs belong to nobody's plant");
    shared("/divisions/{code}", "the division tree is public");
    shared("/imports/templates/{kind}", "empty tables to fill in");
    shared("/ledger/balance.{format}", "a format, no thing");
    shared("/ledger/reported-vehicles.{format}", "a format, no thing");
    shared("/ledger/visits.{format}", "a format, no thing");
  }

  private static String id(Api.Answer answer) {
    String id = answer.body().path("id").asText();
    if (answer.status() / 100 != 2 || id.isEmpty()) {
      throw new IllegalStateException("a sample was not taken: " + answer);
    }
    return id;
  }
}
