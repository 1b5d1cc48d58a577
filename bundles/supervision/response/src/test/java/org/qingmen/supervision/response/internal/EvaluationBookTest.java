package org.qingmen.supervision.response.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingmen.engine.RulesWorkbench;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.store.Document;
import org.qingmen.store.Draft;
import org.qingmen.store.Registry;
import org.qingmen.store.testing.RegistryFixture;
import org.qingmen.supervision.response.Question;
import org.qingmen.supervision.response.Ranked;
import org.qingmen.supervision.response.ResponseEvaluations;

/** Evaluations are kept, ranked, repeated, and made for whole episodes. */
class EvaluationBookTest {

  private static final Instant NOW = Instant.parse("2026-10-20T00:00:00Z");
  private static final Question QUESTION = new Question("e-1", "all", null, null);
  private static final String ID = ResponseEvaluations.id(Scene.CEMENT.id(), "e-1");

  private final RegistryFixture store = new RegistryFixture();
  private final Scene scene = new Scene(store.registry);
  private final EpisodeShelf shelf =
      new EpisodeShelf()
          .with(
              "e-1",
              "2026-10-11T00:00:00+08:00",
              "2026-10-14T00:00:00+08:00",
              "2026-10-10T12:00:00Z")
          .with(
              "late",
              "2026-10-11T00:00:00+08:00",
              "2026-10-14T00:00:00+08:00",
              "2026-10-18T00:00:00Z")
          .with("open", "2026-10-19T00:00:00+08:00", null, "2026-10-18T00:00:00Z")
          .with(
              "fresh",
              "2026-10-18T00:00:00+08:00",
              "2026-10-19T20:00:00+08:00",
              "2026-10-17T00:00:00Z")
          .with("future", "2026-11-01T00:00:00+08:00", null, "2026-10-18T00:00:00Z");
  private EvaluationBook book;

  @BeforeEach
  void open() {
    for (int d = 1; d <= 10; d++) {
      scene.normalDays.add(LocalDate.of(2026, 10, d));
      LocalDateTime time = LocalDate.of(2026, 10, d).atTime(9, 0);
      scene.trips.add(new Trip(time, "5", "diesel", true, false));
    }
    book =
        new EvaluationBook(
            store.registry,
            store.audit,
            shelf.episodes(),
            EpisodeShelf.plant(),
            scene.evaluator(),
            Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @AfterEach
  void close() throws Exception {
    book.close();
    scene.close();
    store.close();
  }

  @Test
  void evaluatingAgainIsAVersionBesideTheOld() {
    book.evaluate(Scene.CEMENT.id(), QUESTION, "user:zhang");
    scene.controls.add(Scene.stop());
    scene.trips.add(new Trip(LocalDateTime.parse("2026-10-12T09:00"), "4", "diesel", true, true));
    book.evaluate(Scene.CEMENT.id(), QUESTION, "user:li");

    assertThat(book.history(ID))
        .extracting(Document::author)
        .containsExactly("user:li", "user:zhang");
    assertThat(book.ranking("e-1", "13", null)).hasSize(1);
    assertThat(book.ranking("e-1", null, null).get(0).line().verdict()).isEqualTo("not-met");
    assertThat(book.ranking("e-1", "41", null)).isEmpty();
    assertThat(book.ranking("other", null, null)).isEmpty();
  }

  @Test
  void thePlaceOfAnEnterpriseIsTheSameForEveryReader() {
    line("91410000000000001X", "410100", "met");
    line("91130200000000002X", "130203", "not-met");
    line("91370000000000003X", "370200", "partly");

    assertThat(places(book.ranking("e-9", null, null)))
        .containsExactly("1 met", "2 partly", "3 not-met");
    assertThat(places(book.ranking("e-9", "13", null))).containsExactly("3 not-met");
    assertThat(places(book.ranking("e-9", null, "91370000000000003X"))).containsExactly("2 partly");
    assertThat(places(book.ranking(null, "37", null))).containsExactly("2 partly");
  }

  private void line(String enterprise, String division, String verdict) {
    String body =
        "{\"episode\": \"e-9\", \"enterprise\": \"%s\", \"division\": \"%s\", \"verdict\": \"%s\"}"
            .formatted(enterprise, division, verdict);
    String id = enterprise + "~e-9";
    store.registry.put(
        new Draft(EvaluationBook.KIND, id, enterprise, division, body), "user:zhang");
  }

  private static List<String> places(List<Ranked> ranking) {
    return ranking.stream().map(one -> one.rank() + " " + one.line().verdict()).toList();
  }

  @Test
  void aWholeEpisodeIsEvaluatedInTheBackgroundAndItsRunIsKept() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    try (Registry.Registration told =
        store.registry.addListener(
            "response-run",
            run -> {
              if (run.body().contains("\"done\":1") && run.body().contains("finished\":\"")) {
                ended.countDown();
              }
            })) {
      assertThat(book.evaluateAll(QUESTION, "user:zhang").total()).isEqualTo(1);
      ended.await();
    }
    assertThat(store.registry.get("response-run", "e-1").orElseThrow().body())
        .contains("\"state\":\"done\"");
    assertThat(book.get(ID)).isPresent();
  }

  @Test
  void whatCannotBeEvaluatedIsRefusedByName() {
    assertThatThrownBy(() -> book.evaluate("nobody", QUESTION, "u"))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.code()).isEqualTo("unknown-enterprise"));
    for (String[] pair :
        new String[][] {{"none", "unknown-episode"}, {"future", "episode-not-begun"}}) {
      Question question = new Question(pair[0], null, null, null);
      assertThatThrownBy(() -> book.evaluateAll(question, "u"))
          .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(pair[1]));
    }
  }

  @Test
  void anEpisodeIsDueADayAfterItsEndUnlessItWasEnteredLate() {
    try (RulesWorkbench workbench = new RulesWorkbench()) {
      EndedEpisodes ended =
          new EndedEpisodes(
              shelf.episodes(),
              workbench.judge(Path.of("..", "..", "..", "rules", "cn.response")),
              Clock.fixed(NOW, ZoneOffset.UTC));
      assertThat(ended.due()).containsExactly("e-1");
    }
  }
}
