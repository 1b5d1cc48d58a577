package org.qingmen.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Information management on the assembled server: registers, their past, files, imports. */
@ExtendWith(SharedServer.class)
class RegistersIT {

  private static final String OURS = "91130200700000031K001P";
  private static final String THEIRS = "91410100700000032K001P";
  private static final String PASSWORD = "Register-of-the-tests-1";
  private static final byte[] PDF = "%PDF-1.7 test".getBytes(StandardCharsets.US_ASCII);

  /** A body that fits, for each register below an enterprise. */
  private static final Map<String, String> BODIES =
      Map.ofEntries(
          Map.entry("entrances", "{\"name\": \"东门\"}"),
          Map.entry("barriers", "{\"direction\": \"in\"}"),
          Map.entry("cameras", "{\"maker\": \"示例\", \"position\": \"head\"}"),
          Map.entry("in-plant-vehicles", "{\"stage\": \"5\"}"),
          Map.entry("machines", "{\"stage\": \"3\"}"),
          Map.entry("fleets", "{\"name\": \"示例车队\"}"),
          Map.entry("contacts", "{\"name\": \"张三\"}"),
          Map.entry("emergency-list", "{\"dailyVehicles\": 80}"),
          Map.entry("declared-grades", "{\"grade\": \"C\"}"),
          Map.entry(
              "spur-plans",
              "{\"plannedDate\": \"2027-12-31\", \"ratio\": 0.8, \"validUntil\": \"2028-06-30\"}"),
          Map.entry("guarantees", "{\"party\": \"示例车队\", \"signedOn\": \"2026-01-01\"}"),
          Map.entry("contracts", "{\"kind\": \"transport\", \"party\": \"示例车队\"}"),
          Map.entry("certificates", "{\"plate\": \"冀B12345\", \"inspectedOn\": \"2026-03-01\"}"));

  private ServerProcess server;
  private Api admin;

  @BeforeEach
  void twoPlantsInTwoProvinces(ServerProcess shared) {
    server = shared;
    admin = Api.admin(server);
    Samples.cementPlant(admin, OURS, "130203");
    Samples.cementPlant(admin, THEIRS, "410102");
  }

  @Test
  void everyRegisterIsWrittenReadAsItWasAndTakenOff() throws Exception {
    List<String> described = new ArrayList<>();
    admin
        .get("/openapi.json")
        .body()
        .path("paths")
        .properties()
        .forEach(path -> described.add(path.getKey()));
    for (Map.Entry<String, String> one : BODIES.entrySet()) {
      assertThat(described).contains("/enterprises/{id}/" + one.getKey() + "/{no}/history");
      String list = "/enterprises/" + OURS + "/" + one.getKey();
      String entry = list + "/2026-01-01";
      JsonNode stored = admin.put(entry, one.getValue()).body();
      assertThat(stored.path("version").asInt()).as("%s: %s", entry, stored).isPositive();
      String at = stored.path("changedAt").asText();
      assertThat(admin.call("DELETE", entry, null).status()).isEqualTo(204);
      assertThat(admin.get(entry).status()).isEqualTo(404);
      assertThat(admin.get(entry + "?at=" + at).status()).as(entry).isEqualTo(200);
      assertThat(admin.get(list + "?at=" + at).body().path("items")).as(entry).isNotEmpty();
      JsonNode history = admin.get(entry + "/history").body().path("items");
      assertThat(history.path(0).path("deleted").asBoolean()).isTrue();
      assertThat(history.path(0).path("before").isObject()).isTrue();
      assertThat(history.path(1).path("author").asText()).isEqualTo("user:admin");
    }
  }

  @Test
  void nobodyReadsOrWritesTheRegistersOfAnotherTenant() {
    Api enterprise = account("register-people", "enterprise", OURS);
    Api officer = account("register-officer", "officer", "13");
    BODIES.forEach(
        (register, body) -> {
          String list = "/enterprises/" + THEIRS + "/" + register;
          admin.put(list + "/2026-01-01", body);
          for (Api caller : List.of(enterprise, officer)) {
            assertThat(caller.get(list).status()).as(list).isEqualTo(404);
            assertThat(caller.get(list + "/2026-01-01").status()).as(list).isEqualTo(404);
            assertThat(caller.get(list + "/2026-01-01/history").status()).isEqualTo(404);
            assertThat(caller.put(list + "/2026-01-01", body).status()).isIn(403, 404);
            assertThat(caller.call("DELETE", list + "/2026-01-01", null).status()).isIn(403, 404);
          }
        });
    for (Api caller : List.of(enterprise, officer)) {
      assertThat(caller.get("/enterprises/" + THEIRS + "/changes").status()).isEqualTo(404);
      assertThat(caller.get("/cameras?enterprise=" + THEIRS).status()).isEqualTo(404);
      assertThat(caller.get("/cameras").body().path("items"))
          .allSatisfy(c -> assertThat(c.path("enterprise").asText()).isNotEqualTo(THEIRS));
    }
  }

  @Test
  void camerasHaveAnAddressOfTheirOwn() {
    Api.Answer put =
        admin.put("/cameras/" + OURS + "/C7", "{\"barrier\": \"NONE\", \"position\": \"tail\"}");
    assertThat(put.body().at("/warnings/0/code").asText()).isEqualTo("unknown-barrier");
    assertThat(put.body().path("enterprise").asText()).isEqualTo(OURS);
    assertThat(admin.get("/enterprises/" + OURS + "/cameras/C7").status()).isEqualTo(200);
    assertThat(admin.get("/cameras?enterprise=" + OURS).body().path("items")).isNotEmpty();
  }

  @Test
  void aScanBelongsToItsEnterprise() {
    String id =
        admin
            .post("/files?enterprise=" + OURS + "&name=scan.pdf", PDF, "application/pdf")
            .body()
            .path("id")
            .asText();
    Api enterprise = account("register-people", "enterprise", OURS);
    Api others = account("register-others", "enterprise", THEIRS);
    assertThat(enterprise.get("/files/" + id).status()).isEqualTo(200);
    assertThat(others.get("/files/" + id).status()).isEqualTo(404);
    assertThat(others.get("/files?enterprise=" + OURS).status()).isEqualTo(404);
    byte[] program = {'M', 'Z', 0, 1, 2};
    Api.Answer refused = enterprise.post("/files", program, "application/pdf");
    assertThat(refused.body().path("code").asText()).isEqualTo("file-type");
  }

  @Test
  void aTableIsPreviewedConfirmedAndItsRejectedRowsComeBack() {
    Api enterprise = account("register-people", "enterprise", OURS);
    String csv = "编号,排放标准,注册日期\nT1,国六,2023/5/1\nT2,,\n";
    Api.Answer opened =
        enterprise.post(
            "/imports?kind=in-plant-vehicles&name=" + encoded("车辆.csv"),
            csv.getBytes(StandardCharsets.UTF_8),
            "text/csv");
    assertThat(opened.status()).as("%s", opened).isEqualTo(201);
    assertThat(opened.body().at("/counts/new").asInt()).isEqualTo(1);
    assertThat(opened.body().at("/counts/rejected").asInt()).isEqualTo(1);
    String id = opened.body().path("id").asText();
    String unit = "/enterprises/" + OURS + "/in-plant-vehicles/T1";
    enterprise.call("DELETE", unit, null);
    assertThat(enterprise.get(unit).status()).isEqualTo(404);
    JsonNode rejected = enterprise.get("/imports/" + id + "/rows?state=rejected").body();
    assertThat(rejected.at("/items/0/reasons/0/pointer").asText()).isEqualTo("/stage");
    assertThat(admin.get("/imports/" + id).status()).isEqualTo(404);

    assertThat(enterprise.post("/imports/" + id + "/confirm", "{}").status()).isEqualTo(200);
    assertThat(enterprise.get(unit).body().path("registered").asText()).isEqualTo("2023-05-01");
    assertThat(enterprise.post("/imports/" + id + "/confirm", "{}").status()).isEqualTo(409);
    HttpResponse<String> table =
        server.send(
            HttpRequest.newBuilder(server.uri("/api/v1/imports/" + id + "/rejected.csv"))
                .header("Authorization", "Bearer " + token("register-people"))
                .header("Accept-Language", "zh-CN")
                .build());
    assertThat(table.body()).contains("编号,排放标准,注册日期,行号,原因").contains("T2,,,3,");
    JsonNode audit = admin.get("/audit?action=import.confirm&limit=10").body().path("items");
    assertThat(audit).anySatisfy(e -> assertThat(e.path("target").asText()).isEqualTo(id));
  }

  @Test
  void violatorsAreImportedByOfficersOnly() {
    byte[] csv = "车牌号,车牌颜色,列入原因\n冀B77001,黄牌,遥感检测超标\n".getBytes(StandardCharsets.UTF_8);
    Api enterprise = account("register-people", "enterprise", OURS);
    assertThat(enterprise.post("/imports?kind=violators", csv, "text/csv").status()).isEqualTo(403);
    Api officer = account("register-officer", "officer", "13");
    String id = officer.post("/imports?kind=violators", csv, "text/csv").body().path("id").asText();
    Api.Answer done = officer.post("/imports/" + id + "/confirm", "{}");
    assertThat(done.body().path("stored").asInt()).as("%s", done).isEqualTo(1);
    assertThat(officer.get("/violators?limit=1000").body().path("items"))
        .anySatisfy(v -> assertThat(v.at("/plate/number").asText()).isEqualTo("冀B77001"));
  }

  @Test
  void divisionsHaveNames() {
    assertThat(admin.get("/divisions").body().path("items")).hasSizeGreaterThanOrEqualTo(34);
    assertThat(admin.get("/divisions?under=1302").body().path("items"))
        .anySatisfy(d -> assertThat(d.path("name").asText()).isEqualTo("路北区"));
    assertThat(admin.get("/divisions/130203").body().path("path"))
        .containsExactly(text("河北省"), text("唐山市"), text("路北区"));
    Api officer = account("register-officer", "officer", "13");
    assertThat(officer.put("/divisions/130279", "{\"name\": \"示例开发区\"}").status()).isEqualTo(200);
    assertThat(officer.put("/divisions/410179", "{\"name\": \"示例\"}").status()).isEqualTo(403);
  }

  @Test
  void theSameMachineTwiceIsFoundAndDecided() {
    String body = "{\"stage\": \"3\", \"machineCode\": \"IT-SAME-1\"}";
    admin.put("/enterprises/" + OURS + "/machines/IT-1", body);
    admin.put("/enterprises/" + OURS + "/machines/IT-2", body);
    JsonNode group = null;
    for (JsonNode one : admin.get("/duplicates").body().path("items")) {
      group = one.path("key").asText().equals("ITSAME1") ? one : group;
    }
    assertThat(group).isNotNull();
    String decide = "/duplicates/" + group.path("id").asText() + "/decide";
    String merge = "{\"decision\": \"merge\", \"keep\": \"machine:" + OURS + "/IT-1\"}";
    Api elsewhere = account("register-elsewhere", "officer", "41");
    assertThat(elsewhere.post(decide, merge).status()).isEqualTo(404);
    assertThat(elsewhere.get("/duplicates").body().toString()).doesNotContain("ITSAME1");
    assertThat(admin.post(decide, merge).status()).isEqualTo(200);
    assertThat(admin.get("/enterprises/" + OURS + "/machines/IT-2").status()).isEqualTo(404);
    assertThat(admin.post(decide, merge).status()).isEqualTo(404);
  }

  private static JsonNode text(String text) {
    return JsonNodeFactory.instance.textNode(text);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private String token(String user) {
    String account = "{\"user\": \"" + user + "\", \"password\": \"" + PASSWORD + "\"}";
    return Api.nobody(server).post("/tokens", account).body().path("token").asText();
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
