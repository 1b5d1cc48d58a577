package org.qingmen.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody sees or changes what is another tenant's; generated from the served OpenAPI document. */
@ExtendWith(SharedServer.class)
class TenancyIT {

  private static final String OURS = "91130200700000021K001P";
  private static final String THEIRS = "91410100700000022K001P";
  private static final String PASSWORD = "Tenant-of-the-tests-1";
  private static final List<String> ROLES =
      List.of(
          "system-admin",
          "security-admin",
          "auditor",
          "provincial-it",
          "rule-author",
          "rule-approver",
          "integrator",
          "officer",
          "enterprise");

  private ServerProcess server;
  private Api admin;
  private JsonNode paths;

  @BeforeEach
  void twoPlantsInTwoProvinces(ServerProcess shared) {
    server = shared;
    admin = Api.admin(server);
    Samples.cementPlant(admin, OURS, "130203");
    Samples.cementPlant(admin, THEIRS, "410102");
    paths = admin.get("/openapi.json").body().path("paths");
  }

  @Test
  void everyOperationRefusesNobodyAndEveryRoleThatIsNotItsOwn() {
    Map<String, Api> callers = new TreeMap<>();
    for (String role : ROLES) {
      callers.put(role, account("role-" + role, role, "13"));
    }
    List<String> wrong = new ArrayList<>();
    paths
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            check(
                                path.getKey(),
                                method.getKey(),
                                method.getValue(),
                                callers,
                                wrong)));
    assertThat(wrong).isEmpty();
  }

  private void check(
      String path,
      String method,
      JsonNode operation,
      Map<String, Api> callers,
      List<String> wrong) {
    if (!operation.has("operationId")) {
      return;
    }
    Set<String> roles = new java.util.HashSet<>();
    operation.path("x-roles").forEach(role -> roles.add(role.asText()));
    String address = path.replaceAll("\\{id}", THEIRS).replaceAll("\\{[^}]+}", "none");
    String verb = method.toUpperCase(java.util.Locale.ROOT);
    String body = "GET".equals(verb) || "DELETE".equals(verb) ? null : "{}";
    if (roles.contains("public") || path.startsWith("/tokens/")) {
      return;
    }
    int nobody = Api.nobody(server).call(verb, address, body).status();
    if (nobody != 401) {
      wrong.add(verb + " " + path + " answers nobody with " + nobody);
    }
    // A stream does not end by itself; whoever may read it would wait for ever.
    boolean endless = operation.path("x-stream").asBoolean();
    callers.forEach(
        (role, caller) -> {
          if (endless && roles.contains(role)) {
            return;
          }
          int status = caller.call(verb, address, body).status();
          boolean may = roles.contains("any") || roles.contains(role);
          if (!may && status != 403) {
            wrong.add(verb + " " + path + " answers " + role + " with " + status);
          }
          if (status >= 500) {
            wrong.add(verb + " " + path + " breaks for " + role);
          }
        });
  }

  @Test
  void anEnterpriseSeesItselfAndNobodyElse() {
    Api enterprise = account("plant-people", "enterprise", OURS);
    assertThat(enterprise.get("/enterprises/" + OURS).status()).isEqualTo(200);
    assertThat(enterprise.get("/enterprises/" + THEIRS).status()).isEqualTo(404);
    assertThat(enterprise.get("/enterprises").body().path("items")).hasSize(1);
    assertThat(enterprise.get("/passages?enterprise=" + THEIRS).status()).isEqualTo(404);
    assertThat(
            enterprise
                .get("/enterprises/" + THEIRS + "/grade?from=2026-10-01&to=2026-10-31")
                .status())
        .isEqualTo(404);
    JsonNode result =
        enterprise
            .post("/passages", Samples.passage(THEIRS, "X-1", "豫A10001", "5"))
            .body()
            .at("/results/0");
    assertThat(result.at("/errors/0/code").asText()).isEqualTo("scope");
  }

  @Test
  void aRecordOfAnotherTenantCannotBeReadByItsReceiptOrDecision() {
    Api.Answer theirs = admin.post("/passages", Samples.passage(THEIRS, "X-2", "豫A10002", "5"));
    String receipt = theirs.body().at("/results/0/receipt").asText();
    String decision = theirs.body().at("/results/0/decision/id").asText();
    Api enterprise = account("plant-people", "enterprise", OURS);
    Api officer = account("officer-of-13", "officer", "13");
    for (Api caller : List.of(enterprise, officer)) {
      assertThat(caller.getAfter(theirs.position(), "/passages/" + receipt).status())
          .isEqualTo(404);
      assertThat(caller.get("/decisions/" + decision).status()).isEqualTo(404);
      assertThat(caller.post("/decisions/" + decision + "/replay", "").status()).isEqualTo(404);
    }
  }

  @Test
  void anOfficerActsInTheOwnDivisionAndBelowItOnly() {
    Api province = account("officer-of-13", "officer", "13");
    Api county = account("officer-of-130203", "officer", "130203");
    assertThat(province.get("/enterprises/" + OURS).status()).isEqualTo(200);
    assertThat(county.get("/enterprises/" + OURS).status()).isEqualTo(200);
    assertThat(province.get("/enterprises/" + THEIRS).status()).isEqualTo(404);
    String moved = "{\"name\": \"迁入\", \"division\": \"410102\", \"industries\": []}";
    assertThat(province.put("/enterprises/" + OURS, moved).status()).isEqualTo(403);
    assertThat(province.put("/enterprises/" + THEIRS, moved).status()).isIn(403, 404);
  }

  @Test
  void nobodyGivesAwayMoreThanTheyHave() {
    Api security = account("security-of-13", "security-admin", "13");
    Api.Answer answer =
        security.post(
            "/users",
            """
            {"user": "too-mighty", "password": "%s", "roles": ["officer"], "scope": "000000"}"""
                .formatted(PASSWORD));
    assertThat(answer.status()).isEqualTo(403);
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
