package org.qingmen.impact.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingmen.engine.PackStatus;
import org.qingmen.engine.RulePacks;
import org.qingmen.spi.kit.MemoryJournal;
import org.qingmen.spi.pack.PackDescriptor.Kind;
import org.qingmen.spi.pack.PackState;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.store.testing.Databases;
import org.qingmen.store.testing.StoreFixture;

/** Shadow runs follow the journal and survive a restart. */
class ShadowBookTest {

  private final FixedComparison comparison = new FixedComparison(Kind.GATE);
  private final List<PackStatus> kept = new CopyOnWriteArrayList<>();
  private final List<Runnable> listeners = new ArrayList<>();
  private final MemoryJournal journal = new MemoryJournal();
  private StoreFixture store;
  private ShadowBook book;

  @BeforeEach
  void begin() throws Exception {
    store = new StoreFixture(Databases.H2.create());
    book = open(20_000);
  }

  @AfterEach
  void end() throws Exception {
    book.close();
    store.close();
  }

  private ShadowBook open(long queue) {
    return new ShadowBook(Trial.config(queue), store.registry, journal, comparison, packs());
  }

  @Test
  void itCountsWhatArrivesFromNowOnAndKeepsTenExamples() {
    PackStatus pack = candidate("1.1.0");
    arrive(4, "flip");
    book.start(pack, "user:li");
    arrive(30, "same");
    arrive(25, "flip");

    ObjectNode seen = seen(pack, 55);
    assertThat(seen.path("running").asBoolean()).isTrue();
    assertThat(seen.path("by").asText()).isEqualTo("user:li");
    assertThat(seen.at("/result/flips").asInt()).isEqualTo(25);
    assertThat(seen.at("/result/verdicts/0/examples")).hasSize(10);
    assertThat(seen.at("/result/rules/0/fresh/examples")).hasSize(10);
    assertThat(seen.path("skipped").asInt()).isZero();
    assertThat(seen.path("behind").asInt()).isZero();
  }

  @Test
  void itStopsWhenItIsToldToAndWhatWasSeenStays() {
    PackStatus pack = candidate("1.1.0");
    book.start(pack, "user:li");
    arrive(3, "flip");
    seen(pack, 3);

    ObjectNode last = Json.read(book.stop(pack, "user:li"));
    arrive(5, "flip");

    assertThat(last.path("running").asBoolean()).isFalse();
    ObjectNode found = Json.read(book.find(pack).orElseThrow());
    assertThat(found.path("running").asBoolean()).isFalse();
    assertThat(found.at("/result/flips").asInt()).isEqualTo(3);
    assertThatThrownBy(() -> book.stop(pack, "user:li"))
        .isInstanceOfSatisfying(
            Refusal.class, refused -> assertThat(refused.code()).isEqualTo("shadow-unknown"));
  }

  @Test
  void afterARestartItRunsAgain() {
    PackStatus pack = candidate("1.1.0");
    book.start(pack, "user:li");
    arrive(3, "flip");
    seen(pack, 3);

    book.close();
    arrive(8, "flip");
    book = open(20_000);
    while (book.find(pack).isEmpty()) {
      Thread.onSpinWait();
    }
    arrive(2, "flip");

    ObjectNode seen = seen(pack, 2);
    assertThat(seen.path("running").asBoolean()).isTrue();
    assertThat(seen.at("/result/flips").asInt()).as("counted anew").isEqualTo(2);
  }

  @Test
  void aVersionThatIsNoShadowAnyMoreIsNotFollowed() {
    PackStatus pack = candidate("1.1.0");
    book.start(pack, "user:li");
    arrive(2, "flip");
    seen(pack, 2);

    kept.clear();
    listeners.forEach(Runnable::run);

    while (Json.read(book.find(pack).orElseThrow()).path("running").asBoolean()) {
      Thread.onSpinWait();
    }
    assertThat(Json.read(book.find(pack).orElseThrow()).at("/result/flips").asInt()).isEqualTo(2);
  }

  @Test
  void aFifthOneIsRefused() {
    for (int i = 1; i <= 4; i++) {
      book.start(candidate("1." + i + ".0"), "user:li");
    }
    assertThatThrownBy(() -> book.start(candidate("1.5.0"), "user:li"))
        .isInstanceOfSatisfying(
            Refusal.class, refused -> assertThat(refused.code()).isEqualTo("shadow-too-many"));
  }

  @Test
  void farBehindItLeavesOutWhatIsTooOldAndSaysHowMuch() {
    ShadowRun run = run(100);
    arrive(250, "flip");
    run.step();

    assertThat(run.json().path("skipped").asInt()).isEqualTo(150);
    assertThat(run.json().at("/result/records").asInt()).isEqualTo(100);
    assertThat(run.json().at("/result/verdicts/0/examples")).hasSize(10);
    run.stop();
  }

  @Test
  void aRuleThatFailsIsToldAndDoesNotEndTheRun() {
    ShadowRun run = run(100);
    comparison.beforeEach =
        () -> {
          throw new IllegalStateException("a rule of the candidate loops");
        };
    arrive(1, "flip");
    run.step();
    comparison.beforeEach = () -> {};
    arrive(1, "flip");
    run.step();

    assertThat(run.json().path("trouble").asText()).contains("loops");
    assertThat(run.json().path("skipped").asInt()).isEqualTo(1);
    assertThat(run.json().at("/result/flips").asInt()).isEqualTo(1);
    run.stop();
    run.stop();
    assertThat(comparison.closed).as("packs are let go of once").hasValue(1);
  }

  private ShadowRun run(long queue) {
    return new ShadowRun(
        candidate("1.1.0"),
        "user:li",
        Trial.NOON,
        journal,
        () -> comparison.begin(null, null),
        queue);
  }

  private static PackStatus candidate(String version) {
    return Trial.pack(version, PackState.TESTED, Kind.GATE);
  }

  private void arrive(int count, String document) {
    journal.append(Collections.nCopies(count, Trial.passage(document)));
  }

  /** What was seen when so many records were. */
  private ObjectNode seen(PackStatus pack, int records) {
    ObjectNode seen = Json.read(book.find(pack).orElseThrow());
    while (seen.at("/result/records").asInt() < records || seen.path("behind").asInt() > 0) {
      Thread.onSpinWait();
      seen = Json.read(book.find(pack).orElseThrow());
    }
    return seen;
  }

  /** Keeps which versions are shadows, as the engine does across restarts. */
  private RulePacks packs() {
    return RulePacks.class.cast(
        Proxy.newProxyInstance(
            RulePacks.class.getClassLoader(),
            new Class<?>[] {RulePacks.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "list" -> List.copyOf(kept);
                  case "shadow" -> shadow((String) arguments[1], (boolean) arguments[2]);
                  case "listen" -> {
                    listeners.add((Runnable) arguments[0]);
                    yield (RulePacks.Registration) () -> {};
                  }
                  default -> throw new UnsupportedOperationException(method.getName());
                }));
  }

  private PackStatus shadow(String version, boolean begin) {
    kept.removeIf(one -> one.version().equals(version));
    PackStatus now = Trial.pack(version, begin ? PackState.SHADOW : PackState.TESTED, Kind.GATE);
    if (begin) {
      kept.add(now);
    }
    return now;
  }
}
