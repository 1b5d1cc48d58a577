package org.qingmen.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A city reports to its province: two servers as they are shipped. */
class UpwardIT {

  private static final String PLANT = "91130200700000091K001P";
  private static final String OTHER = "91410100700000092K001P";
  private static final String LATE = "91130200700000093K001P";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void whatACityKeepsWhileTheProvinceIsDownArrivesOnceAndInOrder() {
    try (ServerProcess province = ServerProcess.create().start();
        ServerProcess city = ServerProcess.create().start()) {
      Api above = Api.admin(province);
      Api below = Api.admin(city);
      Samples.cementPlant(above, PLANT, "130203");
      for (String plant : List.of(PLANT, LATE)) {
        Samples.cementPlant(below, plant, "130203");
      }
      Samples.cementPlant(below, OTHER, "410102");
      connect(below, above, province, "130200");
      List<String> receipts = new ArrayList<>(send(below, PLANT, 0, 20));
      send(below, OTHER, 0, 3);
      until("the first are confirmed", () -> count(below, "confirmed") >= 20);

      province.kill();
      receipts.addAll(send(below, PLANT, 20, 30));
      until("the city says that it gets no receipts", () -> !trouble(below).isEmpty());
      city.kill();
      city.start();
      Api again = Api.admin(city);
      receipts.addAll(send(again, PLANT, 50, 10));
      assertThat(count(again, "confirmed")).isEqualTo(20);
      province.start();
      until("everything is confirmed", () -> count(again, "confirmed") == 60);

      Api up = Api.admin(province);
      until("it can be read above", () -> passages(up, PLANT).size() == 60);
      assertThat(receiptsOf(again, "confirmed")).containsExactlyElementsOf(receipts);
      List<String> serials = new ArrayList<>();
      passages(up, PLANT).forEach(passage -> serials.add(0, passage.path("serial").asText()));
      assertThat(serials).isSorted().doesNotHaveDuplicates();
      assertThat(up.get("/passages?enterprise=" + OTHER).status()).isEqualTo(404);

      refillAndGiveUp(again, up);
    }
  }

  /** A later day's ledger, an unknown enterprise, a resend and the count by day. */
  private static void refillAndGiveUp(Api city, Api province) {
    Api.Answer row =
        city.post(
            "/ledger/dedicated-line",
            """
            {"enterprise": "%s", "serial": "R-1", "material": "煤", "mode": "rail", "direction": "in",
             "tonnes": 900, "time": "2026-10-01T09:00:00+08:00"}"""
                .formatted(PLANT));
    assertThat(row.status()).isEqualTo(200);
    send(city, LATE, 0, 2);
    until("the ledger arrived", () -> rows(province) == 1);
    aCorrectionArrivesToo(city, province);
    until("the unknown enterprise waits", () -> waits(city));
    Samples.cementPlant(province, LATE, "130203");
    until("it is confirmed once it is known", () -> count(city, "confirmed") == 63);

    JsonNode day = day(city);
    assertThat(day.path("passages").asInt()).isEqualTo(62);
    assertThat(day.path("ledgerRows").asInt()).isEqualTo(1);
    assertThat(day.path("missing").asInt()).isZero();
    Api.Answer again = city.post("/reports/upward/province/resend", "{\"state\": \"confirmed\"}");
    assertThat(again.body().path("items").asInt()).isGreaterThanOrEqualTo(64);
    until("the resent are confirmed again", () -> count(city, "confirmed") == 63);
    assertThat(passages(province, PLANT)).hasSize(60);
    assertThat(rows(province)).isEqualTo(1);
    assertThat(versions(province)).as("a correction sent again adds no row").isEqualTo(2);
  }

  private static void aCorrectionArrivesToo(Api city, Api province) {
    Api.Answer corrected =
        city.post(
            "/ledger/corrections",
            """
            {"ledger": "dedicated-line", "enterprise": "%s", "serial": "R-1", "reason": "抄错",
             "patch": {"tonnes": 850}}"""
                .formatted(PLANT));
    assertThat(corrected.body().at("/results/0/status").asText()).isEqualTo("accepted");
    String versions = "/ledger/corrections?ledger=dedicated-line&serial=R-1&enterprise=" + PLANT;
    until(
        "the correction arrived",
        () -> province.get(versions).body().at("/items/1/tonnes").asInt() == 850);
    JsonNode row = province.get(versions).body().at("/items/1");
    assertThat(row.at("/corrects/reason").asText()).isEqualTo("抄错");
    assertThat(rows(province)).as("the one that stands").isEqualTo(1);
  }

  private static void connect(Api below, Api above, ServerProcess province, String division) {
    Api.Answer device =
        above.post(
            "/devices",
            "{\"id\": \"city\", \"protocol\": \"platform\", \"settings\": {\"division\": \""
                + division
                + "\"}}");
    assertThat(device.status()).as("%s", device).isEqualTo(201);
    Api.Answer target =
        below.put(
            "/reports/upward/province",
            """
            {"title": "省级平台", "address": "%s", "keyId": "%s", "secret": "%s",
             "division": "%s", "batch": 7, "summaries": false}"""
                .formatted(
                    province.uri(""),
                    device.body().path("keyId").asText(),
                    device.body().path("secret").asText(),
                    division));
    assertThat(target.status()).as("%s", target).isEqualTo(200);
    assertThat(target.body().toString())
        .doesNotContain(device.body().path("secret").asText())
        .doesNotContain("sealed");
  }

  /** Sends passages, a minute apart; their receipts. */
  private static List<String> send(Api api, String plant, int first, int number) {
    List<String> receipts = new ArrayList<>();
    for (int i = first; i < first + number; i++) {
      String time = "2026-10-01T%02d:%02d:00+08:00".formatted(8 + i / 60, i % 60);
      Api.Answer answer =
          api.post(
              "/passages",
              Samples.passage(
                  plant, "U-%03d".formatted(i), "冀B%05d".formatted(i), "5", "in", time));
      receipts.add(answer.body().at("/results/0/receipt").asText());
    }
    return receipts;
  }

  private static int count(Api api, String state) {
    return new HashSet<>(receiptsOf(api, state)).size();
  }

  private static List<String> receiptsOf(Api api, String state) {
    List<String> receipts = new ArrayList<>();
    api.get("/reports/upward/province/entries?limit=1000&state=" + state)
        .body()
        .path("items")
        .forEach(entry -> receipts.add(entry.path("receipt").asText()));
    return receipts;
  }

  private static boolean waits(Api api) {
    Set<String> reasons = new HashSet<>();
    api.get("/reports/upward/province/entries?state=sent")
        .body()
        .path("items")
        .forEach(entry -> reasons.add(entry.path("reason").asText()));
    return reasons.stream().anyMatch(reason -> reason.startsWith("unknown-enterprise"));
  }

  private static String trouble(Api api) {
    return api.get("/reports/upward/province").body().at("/status/trouble").asText("");
  }

  private static JsonNode day(Api api) {
    return api.get("/reports/upward/province/days?from=2026-10-01&to=2026-10-01")
        .body()
        .at("/items/0");
  }

  private static JsonNode passages(Api api, String plant) {
    return api.get("/passages?limit=1000&enterprise=" + plant).body().path("items");
  }

  private static int versions(Api api) {
    return api.get("/ledger/corrections?ledger=dedicated-line&serial=R-1&enterprise=" + PLANT)
        .body()
        .path("items")
        .size();
  }

  private static int rows(Api api) {
    return api.get("/ledger/dedicated-line?enterprise=" + PLANT).body().path("items").size();
  }

  private static void until(String what, java.util.function.BooleanSupplier condition) {
    Waiting.until(what, PATIENCE, condition);
  }
}
