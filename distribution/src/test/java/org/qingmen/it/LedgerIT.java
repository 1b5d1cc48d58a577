package org.qingmen.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ledgers held against each other and against the gates. */
@ExtendWith(SharedServer.class)
class LedgerIT {

  private static final String PLANT = "91130200700000071K001P";
  private static final String FOREIGN = "91410100700000072K001P";
  private static final String DAYS = "&from=2026-08-03&to=2026-08-04";
  private static final String PASSWORD = "Ledger-of-the-tests-1";

  @Test
  void booksThatDoNotFitAreRedAndVisitsArePaired(ServerProcess server) {
    Api admin = Api.admin(server);
    Samples.cementPlant(admin, PLANT, "130203");
    Samples.cementPlant(admin, FOREIGN, "410102");
    reportedVehicles(admin);
    String position = traffic(admin);
    position = books(admin);

    JsonNode balance =
        admin.getAfter(position, "/ledger/balance?enterprise=" + PLANT + DAYS).body();
    assertThat(lights(balance)).as("%s", balance).containsExactly("green", "red");
    assertThat(balance.at("/items/1/difference").asDouble()).isEqualTo(-20);
    assertThat(balance.at("/items/1/findings/0/code").asText()).isEqualTo("ledger.unbalanced");
    assertThat(balance.at("/packs/0/id").asText()).isEqualTo("cn.ledger");
    assertThat(balance.path("verified").asBoolean()).isFalse();

    JsonNode visits = admin.get("/ledger/visits?enterprise=" + PLANT + DAYS).body();
    List<String> states = new ArrayList<>();
    visits.path("items").forEach(visit -> states.add(visit.path("state").asText()));
    assertThat(states).containsExactly("complete", "entered-again", "never-left");
    assertThat(visits.at("/items/0/minutes").asInt()).isEqualTo(45);

    JsonNode inside =
        admin.get("/ledger/inside?enterprise=" + PLANT + "&at=2026-08-03T08:30:00Z").body();
    assertThat(inside.path("items")).hasSize(1);
    JsonNode vehicles = admin.get("/ledger/reported-vehicles?enterprise=" + PLANT + DAYS).body();
    assertThat(lights(vehicles)).as("%s", vehicles).containsExactly("red", "green");
    JsonNode contracts = admin.get("/ledger/contracts?enterprise=" + PLANT + DAYS).body();
    assertThat(contracts.toString()).contains("ledger.no-contract");
    assertThat(admin.get("/ledger/ticket-matches?enterprise=" + PLANT + DAYS).status())
        .isEqualTo(200);
    tables(server);
    othersSeeNothing(server, admin);
    aCorrectionStandsBesideTheRowAndCounts(admin);
  }

  /** The closing stock of coal was written 20 t too low. */
  private static void aCorrectionStandsBesideTheRowAndCounts(Api admin) {
    JsonNode chain = admin.get("/ledger/verify?enterprise=" + PLANT).body();
    String grade = "/enterprises/" + PLANT + "/grade?from=2026-08-03&to=2026-08-04";
    String before = admin.get(grade).body().path("decision").asText();
    Api.Answer corrected =
        admin.post(
            "/ledger/corrections",
            "["
                + correction("materials", "2026-08-04/煤", "{\"closing\": 2200}")
                + ","
                + correction("dedicated-line", "L-1", "{\"tonnes\": 500}")
                + "]");
    assertThat(corrected.body().path("results"))
        .as("%s", corrected)
        .extracting(result -> result.path("status").asText())
        .containsExactly("accepted", "accepted");
    String versions =
        "/ledger/corrections?ledger=materials&serial=2026-08-04/煤&enterprise=" + PLANT;
    JsonNode both = admin.getAfter(corrected.position(), versions).body().path("items");
    assertThat(both).extracting(row -> row.path("closing").asInt()).containsExactly(2180, 2200);
    assertThat(both.at("/1/corrects/by").asText()).isEqualTo("user:admin");
    assertThat(admin.get("/ledger/materials?enterprise=" + PLANT).body().path("items"))
        .as("only what stands is listed")
        .hasSize(2);

    JsonNode balance = admin.get("/ledger/balance?enterprise=" + PLANT + DAYS).body();
    assertThat(balance.at("/items/1/difference").asDouble()).as("%s", balance).isZero();
    assertThat(balance.at("/items/1/line").asDouble()).isEqualTo(500);
    JsonNode after = admin.get("/ledger/verify?enterprise=" + PLANT).body();
    assertThat(after.path("intact").asBoolean()).isTrue();
    assertThat(after.path("rows").asInt()).isEqualTo(chain.path("rows").asInt() + 2);
    JsonNode graded = admin.get(grade).body();
    assertThat(graded.path("decision").asText()).as("other facts").isNotEqualTo(before);
    refusedCorrections(admin);
  }

  private static void refusedCorrections(Api admin) {
    Api.Answer refused =
        admin.post(
            "/ledger/corrections",
            "["
                + correction("materials", "2026-08-09/煤", "{\"closing\": 1}")
                + ","
                + correction("materials", "2026-08-04/煤", "{\"material\": \"焦炭\"}")
                + "]");
    assertThat(refused.body().path("results"))
        .extracting(result -> result.at("/errors/0/code").asText())
        .containsExactly("no-such-row", "fixed");
    JsonNode chain = admin.get("/ledger/verify?enterprise=" + PLANT).body();
    assertThat(chain.path("intact").asBoolean()).isTrue();
  }

  private static String correction(String ledger, String serial, String patch) {
    return """
        {"ledger": "%s", "enterprise": "%s", "serial": "%s", "patch": %s, "reason": "抄错"}"""
        .formatted(ledger, PLANT, serial, patch);
  }

  private static void reportedVehicles(Api admin) {
    String body =
        """
        {"name": "试验水泥厂", "division": "130203", "industries": [{"code": "I15"}],
         "declaredGrade": "B", "dailyVehicles": 1}""";
    assertThat(admin.put("/enterprises/" + PLANT, body).status()).isEqualTo(200);
  }

  private static String traffic(Api admin) {
    List<String> records = new ArrayList<>();
    records.add(passage("1", "冀B71001", "in", "2026-08-03T08:00:00+08:00"));
    records.add(passage("3", "冀B71002", "in", "2026-08-03T09:00:00+08:00"));
    records.add(passage("4", "冀B71002", "in", "2026-08-03T15:00:00+08:00"));
    // The exit was kept by the gate while it was offline and arrives last.
    records.add(passage("2", "冀B71001", "out", "2026-08-03T08:45:00+08:00"));
    return admin.post("/passages", "[" + String.join(",", records) + "]").position();
  }

  /** 91.5 t of limestone came by road (three loads of 30.5 t), 1000 t of coal by rail. */
  private static String books(Api admin) {
    admin.post(
        "/ledger/dedicated-line",
        """
        {"enterprise": "%s", "serial": "L-1", "material": "煤", "mode": "rail", "direction": "in",
         "tonnes": 1000, "time": "2026-08-04T05:00:00+08:00"}"""
            .formatted(PLANT));
    return admin
        .post(
            "/ledger/materials",
            "["
                + materials("2026-08-03", "石灰石", 500, 91.5, 91.5, 500)
                + ","
                + materials("2026-08-04", "煤", 2000, 1000, 800, 2180)
                + "]")
        .position();
  }

  private static void tables(ServerProcess server) {
    Office office = Office.of(server);
    byte[] xlsx = office.file("/ledger/balance.xlsx?enterprise=" + PLANT + DAYS);
    assertThat(new String(xlsx, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
    String csv =
        new String(
            office.file("/ledger/visits.csv?enterprise=" + PLANT + DAYS), StandardCharsets.UTF_8);
    assertThat(csv).contains("冀B71001", "冀B71002");
    anAuditorsTableNamesNoVehicle(server);
  }

  private static void anAuditorsTableNamesNoVehicle(ServerProcess server) {
    Api.admin(server)
        .post(
            "/users",
            """
            {"user": "ledger-auditor", "password": "%s", "roles": ["auditor"], "scope": "13"}"""
                .formatted(PASSWORD));
    Api auditor = Api.signIn(server, "ledger-auditor", PASSWORD);
    String csv =
        new String(
            auditor.file("/ledger/visits.csv?enterprise=" + PLANT + DAYS), StandardCharsets.UTF_8);
    assertThat(csv).contains("冀B7***1").doesNotContain("冀B71001", "冀B71002");
  }

  private static void othersSeeNothing(ServerProcess server, Api admin) {
    admin.post(
        "/users",
        """
        {"user": "ledger-foreign", "password": "%s", "roles": ["enterprise"], "scope": "%s"}"""
            .formatted(PASSWORD, FOREIGN));
    Api foreign = Api.signIn(server, "ledger-foreign", PASSWORD);
    for (String path : List.of("balance", "visits", "inside", "contracts", "reported-vehicles")) {
      String days = "inside".equals(path) ? "" : DAYS;
      assertThat(foreign.get("/ledger/" + path + "?enterprise=" + PLANT + days).status())
          .as(path)
          .isEqualTo(404);
    }
    assertThat(foreign.get("/ledger/balance?from=2026-08-03&to=2026-08-04").status())
        .isEqualTo(200);
  }

  private static List<String> lights(JsonNode answer) {
    List<String> lights = new ArrayList<>();
    answer.path("items").forEach(row -> lights.add(row.path("light").asText()));
    return lights;
  }

  private static String passage(String serial, String plate, String direction, String time) {
    String passage = Samples.passage(PLANT, serial, plate, "6", direction, time);
    return direction.equals("in") ? passage : passage.replaceAll(",\\s*\"cargo\": \\{[^}]*}", "");
  }

  private static String materials(
      String date, String material, double opening, double in, double consumed, double closing) {
    return """
        {"enterprise": "%s", "date": "%s", "material": "%s", "unit": "t", "opening": %s, "in": %s,
         "consumed": %s, "closing": %s}"""
        .formatted(PLANT, date, material, opening, in, consumed, closing);
  }
}
