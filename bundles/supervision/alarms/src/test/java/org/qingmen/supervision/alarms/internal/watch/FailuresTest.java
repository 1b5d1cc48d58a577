package org.qingmen.supervision.alarms.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qingmen.supervision.alarms.internal.AlarmRoom.CEMENT;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingmen.model.ChinaTime;
import org.qingmen.model.Severity;
import org.qingmen.model.Text;
import org.qingmen.spi.intake.PassageAnswer.Finding;
import org.qingmen.store.ChainCheck;
import org.qingmen.store.Document;
import org.qingmen.store.Draft;
import org.qingmen.store.LedgerStore;
import org.qingmen.store.Outbox;
import org.qingmen.store.Outbox.Entry;
import org.qingmen.supervision.alarms.AlarmQuery;
import org.qingmen.supervision.alarms.internal.AlarmRoom;
import org.qingmen.supervision.ledgers.Checked;
import org.qingmen.supervision.ledgers.LedgerChecks;
import org.qingmen.supervision.ledgers.StockDay;
import org.qingmen.supervision.upward.UpwardReporting;
import org.qingmen.supervision.upward.UpwardReporting.Status;

/** Ledgers that failed and reporting that stands still become alarms, once, and end. */
class FailuresTest {

  private static final LocalDate YESTERDAY = LocalDate.of(2026, 9, 30);

  private final AlarmRoom room = new AlarmRoom();
  private ChainCheck chain = ChainCheck.intact(3);
  private boolean balanced = true;
  private Instant troubleSince;
  private final List<Entry> entries = new ArrayList<>();

  @BeforeEach
  void anEnterpriseThatIsRegistered() {
    room.registry.put(new Draft("enterprise", CEMENT, CEMENT, "130203", "{}"), "user:zhang");
  }

  @AfterEach
  void close() {
    room.close();
  }

  private static <T> T fake(Class<T> type, Function<String, Object> answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, called, a) -> answer.apply(called.getName())));
  }

  private LedgerFailures ledgers() {
    return new LedgerFailures(
        fake(LedgerStore.class, method -> chain),
        fake(LedgerChecks.class, method -> new Checked<>(List.of(row()), List.of(), List.of())),
        room::enterprise,
        room.registry);
  }

  private Checked.Row<StockDay> row() {
    StockDay stock =
        new StockDay(YESTERDAY, "石灰石", true, 100.0, 50.0, 40.0, 130.0, null, null, 0, 50, 50);
    Finding found =
        new Finding("ledger.unbalanced", Severity.SUSPICIOUS, "/", new Text("不平", "apart"));
    return new Checked.Row<>(stock, balanced ? List.of() : List.of(found));
  }

  private UpwardStalls upward() {
    Document target =
        new Document(
            "upward-target", "province", null, "130000", 1, "{}", "-", Instant.EPOCH, false);
    return new UpwardStalls(
        fake(
            UpwardReporting.class,
            method ->
                switch (method) {
                  case "list" -> List.of(target);
                  case "status" ->
                      new Status(0, 7, null, new Text("连接超时", "late"), troubleSince, null);
                  default -> entries;
                }));
  }

  private void look(Sweep sweep) {
    Instant now = room.clock.instant();
    LocalDate today = ChinaTime.day(now);
    Round round = new Round(now, new Limits(room, today), room.book);
    sweep.look(round);
    round.write();
  }

  private List<String> raised() {
    AlarmQuery all =
        new AlarmQuery(null, null, null, List.of(), List.of(), null, null, null, null, null, 100);
    return room.life.list(all).items().stream()
        .map(Document::body)
        .map(
            body ->
                body.replaceFirst("(?s).*?\"code\":\"([^\"]*)\".*", "$1")
                    + (body.contains("\"over\":\"") ? " over" : ""))
        .toList();
  }

  @Test
  void aChainThatDoesNotVerifyIsRaisedOnceADayAndEndsWhenItVerifiesAgain() {
    chain = new ChainCheck(false, 7, "ledger E1 row 7", "altered");
    LedgerFailures sweep = ledgers();
    look(sweep);
    look(sweep);
    assertThat(raised()).containsExactly("ledger-chain-broken");
    chain = ChainCheck.intact(7);
    room.pass(Duration.ofDays(1));
    look(sweep);
    assertThat(raised()).containsExactly("ledger-chain-broken over");
  }

  @Test
  void aStockThatDoesNotBalanceIsRaisedWithHowFarItIsApart() {
    room.limits.put("ledger.balance-days", 7.0);
    look(ledgers());
    assertThat(raised()).isEmpty();
    balanced = false;
    room.pass(Duration.ofDays(1));
    look(ledgers());
    assertThat(raised()).containsExactly("ledger-unbalanced");
    AlarmQuery all =
        new AlarmQuery(null, null, null, List.of(), List.of(), null, null, null, null, null, 1);
    assertThat(room.life.list(all).items().get(0).body()).contains("\"off\":20.0", "石灰石");
  }

  @Test
  void whatWaitsForThePlatformAboveLongerThanTheLimitIsRaisedAndEndsWhenItIsTaken() {
    room.limits.put("upward.stalled-minutes", 120.0);
    troubleSince = room.clock.instant();
    UpwardStalls sweep = upward();
    look(sweep);
    assertThat(raised()).isEmpty();
    room.pass(Duration.ofMinutes(121));
    look(sweep);
    look(sweep);
    assertThat(raised()).containsExactly("upward-stalled");
    troubleSince = null;
    look(sweep);
    assertThat(raised()).containsExactly("upward-stalled over");
  }

  @Test
  void whatThePlatformAboveRefusedIsRaised() {
    room.limits.put("upward.refused-items", 1.0);
    UpwardStalls sweep = upward();
    look(sweep);
    assertThat(raised()).isEmpty();
    entries.add(
        new Entry(
            new Outbox.Item(5, Outbox.Kind.LEDGER, CEMENT, YESTERDAY),
            Outbox.State.GIVEN_UP,
            3,
            null,
            "签名不符",
            room.clock.instant()));
    look(sweep);
    assertThat(raised()).containsExactly("upward-refused");
  }
}
