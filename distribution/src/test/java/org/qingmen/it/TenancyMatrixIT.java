package org.qingmen.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every operation of the served document against own, parent, child and foreign scopes, with real
 * data of another province's plant. Generated: a new operation is in it as soon as it is served.
 */
@ExtendWith(SharedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenancyMatrixIT {

  private static final String PASSWORD = "Matrix-of-the-tests-1";
  private static final Set<String> SCOPED = Set.of("enterprise", "division");
  private static final Set<Integer> HIDDEN = Set.of(403, 404);
  private static final Map<String, String> PERIOD =
      Map.of("from", "2026-10-01", "to", "2026-10-31", "day", "2026-10-05");

  private ServerProcess server;
  private Api admin;
  private Tenants tenants;
  private JsonNode paths;
  private final Map<String, Api> callers = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();

  /** One operation. */
  private record Operation(String verb, String path, Set<String> roles, JsonNode parameters) {

    boolean named() {
      return path.contains("{");
    }

    boolean reads() {
      return "GET".equals(verb);
    }

    boolean writes() {
      return !reads() && !"DELETE".equals(verb);
    }

    /** The period, as far as this operation asks for one: others are refused at the door. */
    String period() {
      return PERIOD.entrySet().stream()
          .filter(one -> takes(one.getKey()))
          .map(one -> one.getKey() + "=" + one.getValue())
          .collect(Collectors.joining("&", "?", ""));
    }

    boolean takes(String parameter) {
      for (JsonNode one : parameters) {
        if (one.path("name").asText().equals(parameter)) {
          return true;
        }
      }
      return false;
    }
  }

  @BeforeAll
  void aPlantOfAnotherProvinceWithRealData(ServerProcess shared) {
    server = shared;
    admin = Api.admin(server);
    tenants = new Tenants(admin);
    paths = admin.get("/openapi.json").body().path("paths");
  }

  @BeforeEach
  void nothingIsWrongYet() {
    wrong.clear();
  }

  @Test
  void everyOperationThatNamesSomethingHasAVerdict() {
    operations(
        (operation, scope) -> {
          if (operation.named() && tenants.of(operation.path()).isEmpty()) {
            wrong.add(operation.verb() + " " + operation.path() + " has no row in Tenants");
          }
        });
    assertThat(wrong).isEmpty();
  }

  @Test
  void whatIsForeignIsAsIfItWereNotThere() {
    operations(
        (operation, scope) ->
            tenants
                .of(operation.path())
                .filter(row -> operation.named() && row.sample() != null)
                .ifPresent(row -> foreign(operation, row.sample())));
    assertThat(wrong).isEmpty();
  }

  private void foreign(Operation operation, String sample) {
    String body = operation.writes() ? TenantBodies.of(operation.verb(), operation.path()) : null;
    for (String role : operation.roles()) {
      for (Api caller : strangers(role)) {
        int status = caller.call(operation.verb(), address(operation, sample), body).status();
        if (!HIDDEN.contains(status) && !(operation.reads() && status == 422)) {
          wrong.add(operation.verb() + " " + operation.path() + " as " + role + ": " + status);
        }
      }
    }
  }

  @Test
  void whatLiesInTheOwnScopeOrBelowItIsThere() {
    operations(
        (operation, scope) ->
            tenants
                .of(operation.path())
                .filter(row -> operation.reads() && row.sample() != null)
                .filter(row -> operation.path().split("\\{").length == 2)
                .ifPresent(row -> own(operation, row.sample())));
    assertThat(wrong).isEmpty();
  }

  private void own(Operation operation, String sample) {
    for (String role : operation.roles()) {
      List<String> scopes =
          "enterprise".equals(role)
              ? List.of(Tenants.THEIRS)
              : List.of("41", Tenants.THEIR_DIVISION);
      for (String scope : scopes) {
        if ("enterprise".equals(role) && operation.path().startsWith("/users")) {
          continue;
        }
        int status = caller(role, scope).get(address(operation, sample)).status();
        if (HIDDEN.contains(status) && !emptyBelow(operation)) {
          wrong.add(operation.path() + " is hidden from " + role + " of " + scope + ": " + status);
        }
      }
    }
  }

  /** Addresses below a sample that need more than the sample, such as a grade's period. */
  private static boolean emptyBelow(Operation operation) {
    return operation.path().indexOf('}') < operation.path().length() - 1;
  }

  @Test
  void noListShowsWhatIsForeign() {
    operations(
        (operation, scope) -> {
          if (operation.reads() && !operation.named()) {
            list(operation);
          }
        });
    assertThat(wrong).isEmpty();
  }

  private void list(Operation operation) {
    for (String role : operation.roles()) {
      for (Api caller : strangers(role)) {
        Api.Answer all = caller.get(operation.path() + operation.period());
        String text = all.body().toString();
        tenants
            .samples()
            .forEach(
                (address, sample) -> {
                  if (text.contains("\"" + sample + "\"")) {
                    wrong.add(operation.path() + " shows " + role + " " + address);
                  }
                });
        if (operation.takes("enterprise")) {
          int status =
              caller
                  .get(operation.path() + operation.period() + "&enterprise=" + Tenants.THEIRS)
                  .status();
          if (status / 100 == 2) {
            wrong.add(operation.path() + "?enterprise=foreign as " + role + ": " + status);
          }
        }
      }
    }
  }

  private List<Api> strangers(String role) {
    return "enterprise".equals(role)
        ? List.of(caller(role, Tenants.OURS))
        : List.of(caller(role, "13"), caller(role, "130203"));
  }

  private static String address(Operation operation, String sample) {
    String named = operation.path().replaceFirst("\\{[^}]+}", sample);
    return named.replaceAll("\\{[^}]+}", "none") + (operation.reads() ? operation.period() : "");
  }

  private void operations(BiConsumer<Operation, String> each) {
    paths
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method -> {
                          JsonNode operation = method.getValue();
                          String scope = operation.path("x-scope").asText();
                          // A stream does not end by itself; AlarmsIT reads it as a stranger.
                          boolean endless = operation.path("x-stream").asBoolean();
                          if (operation.has("operationId") && SCOPED.contains(scope) && !endless) {
                            each.accept(
                                new Operation(
                                    method.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    roles(operation),
                                    operation.path("parameters")),
                                scope);
                          }
                        }));
  }

  private static Set<String> roles(JsonNode operation) {
    Set<String> roles = new HashSet<>();
    operation.path("x-roles").forEach(role -> roles.add(role.asText()));
    roles.removeAll(Set.of("device", "any", "public"));
    return roles;
  }

  private Api caller(String role, String scope) {
    return callers.computeIfAbsent(
        role + "-" + scope,
        user -> {
          Api.Answer made =
              admin.post(
                  "/users",
                  """
                  {"user": "m-%s", "password": "%s", "roles": ["%s"], "scope": "%s"}"""
                      .formatted(user, PASSWORD, role, scope));
          assertThat(made.status()).as("%s", made).isIn(201, 409);
          return Api.signIn(server, "m-" + user, PASSWORD);
        });
  }
}
