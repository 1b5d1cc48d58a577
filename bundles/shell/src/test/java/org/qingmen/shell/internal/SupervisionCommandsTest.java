package org.qingmen.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qingmen.shell.internal.Services.answering;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.qingmen.model.Text;
import org.qingmen.store.ChainCheck;
import org.qingmen.store.Document;
import org.qingmen.store.LedgerStore;
import org.qingmen.store.Page;
import org.qingmen.store.Suspicion;
import org.qingmen.store.SuspicionQuery;
import org.qingmen.supervision.control.ControlPolicies;
import org.qingmen.supervision.control.Deliveries;
import org.qingmen.supervision.control.Deliveries.Delivery;
import org.qingmen.supervision.control.Deliveries.Kind;
import org.qingmen.supervision.control.Episodes;
import org.qingmen.supervision.control.PolicyState;
import org.qingmen.supervision.suspicion.Suspicions;
import org.qingmen.supervision.upward.UpwardReporting;

class SupervisionCommandsTest {

  private static final Instant NOON = Instant.parse("2026-10-01T04:00:00Z");

  private final FakeSession english = new FakeSession("en_GB.UTF-8");
  private final FakeSession chinese = new FakeSession("zh_CN.UTF-8");

  @Test
  void episodesShowLevelAndPeriodOfADivision() throws CommandException {
    List<Object> asked = new ArrayList<>();
    EpisodeListCommand command = new EpisodeListCommand();
    command.division = "9902";
    command.episodes =
        answering(
            Episodes.class,
            (method, arguments) -> {
              asked.add(arguments[0]);
              return page(
                  document(
                      "e-1",
                      """
                      {"level": "orange", "divisions": ["990200"], "title": "橙色预警",
                       "from": "2026-10-01T12:00:00+08:00"}"""));
            });
    assertThat(chinese.run(command))
        .contains("级别", "e-1", "orange", "990200", "2026-10-01T12:00:00+08:00", "橙色预警");
    assertThat(asked).containsExactly("9902");
  }

  @Test
  void policiesAreListedByStateAndAStateThatDoesNotExistIsRefused() throws CommandException {
    PolicyListCommand command = new PolicyListCommand();
    command.state = "in-force";
    command.policies =
        answering(
            ControlPolicies.class,
            (method, arguments) ->
                "state".equals(method)
                    ? PolicyState.IN_FORCE
                    : arguments[1] == PolicyState.IN_FORCE
                        ? page(document("p-1", "{\"title\": \"停运\", \"from\": \"2026-10-01\"}"))
                        : page());
    assertThat(english.run(command)).contains("p-1", "in-force", "停运");

    command.state = "everlasting";
    assertThatThrownBy(() -> english.run(command))
        .hasMessageContaining("everlasting")
        .hasMessageContaining("withdrawn");
  }

  @Test
  void deliveriesCanBeNarrowedToGatesThatLag() throws CommandException {
    DeliveryListCommand command = new DeliveryListCommand();
    command.deliveries =
        answering(
            Deliveries.class,
            (method, arguments) -> {
              if ("version".equals(method)) {
                return 7L;
              }
              return arguments[0] == Kind.VIOLATORS
                  ? List.of(delivery("gate-late", 5, NOON), delivery("gate-new", 7, null))
                  : List.of();
            });
    assertThat(english.run(command)).contains("gate-late", "gate-new", "violators");

    command.behind = true;
    assertThat(new FakeSession("en").run(command)).contains("gate-late").doesNotContain("gate-new");
  }

  @Test
  void upwardShowsTroubleAndARefillSaysHowMuchWasMissing() throws CommandException {
    List<Object> refilled = new ArrayList<>();
    Text silent = new Text("没有应答", "no answer");
    UpwardReporting service =
        answering(
            UpwardReporting.class,
            (method, arguments) ->
                switch (method) {
                  case "list" -> List.of(document("province", "{\"title\": \"省平台\"}"));
                  case "status" -> new UpwardReporting.Status(0, 12, null, silent, NOON, NOON);
                  default -> {
                    refilled.addAll(List.of(arguments));
                    yield 34L;
                  }
                });
    UpwardListCommand list = new UpwardListCommand();
    list.upward = service;
    assertThat(chinese.run(list)).contains("province", "省平台", "12", "没有应答");

    UpwardRefillCommand refill = new UpwardRefillCommand();
    refill.upward = service;
    refill.target = "province";
    refill.from = "2026-10-01";
    assertThat(english.run(refill)).contains("34 missing records will be sent");
    assertThat(refilled).map(String::valueOf).endsWith("2026-10-01", "2026-10-01", "shell:wang");

    refill.to = "yesterday";
    assertThatThrownBy(() -> english.run(refill)).hasMessageContaining("no-such-day: yesterday");
  }

  @Test
  void aLedgerThatWasAlteredFailsTheCommand() throws CommandException {
    LedgerVerifyCommand command = new LedgerVerifyCommand();
    command.ledgers = answering(LedgerStore.class, (method, arguments) -> ChainCheck.intact(1234));
    assertThat(english.run(command)).contains("intact: 1,234 rows");

    command.ledgers =
        answering(
            LedgerStore.class,
            (method, arguments) -> new ChainCheck(false, 3, "ledger 3", "its hash differs"));
    assertThatThrownBy(() -> chinese.run(command))
        .hasMessageContaining("ledger-broken")
        .hasMessageContaining("ledger 3");
  }

  @Test
  void suspicionsShowWhatIsOverdue() throws CommandException {
    List<Object> asked = new ArrayList<>();
    SuspicionListCommand command = new SuspicionListCommand();
    command.state = "overdue";
    command.suspicions =
        answering(
            Suspicions.class,
            (method, arguments) -> {
              asked.add(((SuspicionQuery) arguments[0]).state());
              return new Page<>(List.of(overdue()), null);
            });
    assertThat(english.run(command)).contains("S-1", "open !", "stage-date");
    assertThat(asked).containsExactly("overdue");
  }

  private static Suspicion overdue() {
    return new Suspicion(
        "S-1",
        "E",
        "990200",
        "stage-date",
        "suspicious",
        "k",
        "open",
        true,
        NOON,
        NOON,
        "R-1",
        1,
        NOON,
        1,
        null,
        "{}");
  }

  private static Delivery delivery(String gate, long held, Instant behindSince) {
    return new Delivery(
        Kind.VIOLATORS, gate, "E", "990200", 7, NOON, held, NOON, NOON, behindSince);
  }

  private static Document document(String id, String body) {
    return new Document("kind", id, null, "990200", 1, body, "user:zhang", NOON, false);
  }

  private static Page<Document> page(Document... documents) {
    return new Page<>(List.of(documents), null);
  }
}
