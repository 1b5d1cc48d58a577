package org.qingmen.grading.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qingmen.store.testing.PassageEntry.CEMENT;
import static org.qingmen.store.testing.PassageEntry.in;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingmen.engine.Decider;
import org.qingmen.engine.Decision;
import org.qingmen.engine.GradeDecision;
import org.qingmen.engine.ReplayResult;
import org.qingmen.grading.GradeQuestion;
import org.qingmen.grading.Graded;
import org.qingmen.spi.facts.GradingFacts;
import org.qingmen.spi.facts.PassageFacts;
import org.qingmen.spi.facts.SpurPlan;
import org.qingmen.spi.facts.UnitGroup;
import org.qingmen.spi.intake.PassageAnswer;
import org.qingmen.spi.journal.JournalEntry.Kind;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.store.Draft;
import org.qingmen.store.testing.Databases;
import org.qingmen.store.testing.StoreFixture;

class GradeServiceTest {

  private static final LocalDate FROM = LocalDate.of(2026, 10, 1);
  private static final LocalDate TO = LocalDate.of(2026, 10, 31);
  private static final List<String> SCALE = List.of("A", "B", "C", "D");

  private final FixedGrades rules = new FixedGrades();
  private StoreFixture store;
  private GradeService grades;

  @BeforeEach
  void begin() throws Exception {
    store = new StoreFixture(Databases.H2.create());
    LedgerStates ledgers = new LedgerStates(store.ledgers, 31);
    FactsCollector facts = new FactsCollector(store.statistics, store.registry, ledgers);
    grades = new GradeService(facts, rules, new KeptDecisions(store.journal));
  }

  @AfterEach
  void end() throws Exception {
    store.close();
  }

  @Test
  void theRulesSeeTripsMassUnitsAndLedgersOfThePeriod() throws Exception {
    register("[{\"code\":\"I15\"}]");
    store.receive(in("1", "2026-10-05T08:00:00"), in("2", "2026-11-05T08:00:00"));
    unit("in-plant-vehicle", "1", "{\"stage\":\"6\",\"fuel\":\"diesel\"}");
    unit("in-plant-vehicle", "2", "{\"stage\":\"D\",\"fuel\":\"electric\"}");
    unit("machine", "3-A", "{\"stage\":\"3\",\"fuel\":\"diesel\"}");
    unit("machine", "3-B", "{\"stage\":\"3\",\"fuel\":\"diesel\",\"produced\":\"2099-01-01\"}");

    grades.grade(question(null));
    GradingFacts facts = rules.seen.get(0);
    assertThat(facts.industry()).isEqualTo("I15");
    assertThat(facts.trips()).hasSize(1);
    assertThat(facts.roadTonnes()).isEqualTo(33.5);
    assertThat(facts.ledgers().gatePassages()).isEqualTo(1);
    assertThat(facts.units())
        .containsExactly(
            new UnitGroup("in-plant", "6", "diesel", false, 1),
            new UnitGroup("in-plant", "D", "electric", true, 1),
            new UnitGroup("nrmm", "3", "diesel", false, 1));
  }

  @Test
  void theRulesSeeTheLastAcceptanceOfTheGateSystemUntilItExpires() throws Exception {
    register("[{\"code\":\"I15\"}]");
    accepted("a-1", "rejected", "2026-10-01T00:00:00Z", "2099-01-01");
    accepted("a-2", "accepted", "2026-10-02T00:00:00Z", "2099-01-01");
    LocalDate tomorrow = LocalDate.now().plusDays(1);
    grades.grade(new GradeQuestion(CEMENT, FROM, tomorrow, null, null));
    accepted("a-3", "accepted", "2026-10-03T00:00:00Z", "2026-10-04");
    grades.grade(new GradeQuestion(CEMENT, FROM, tomorrow, null, null));
    assertThat(rules.seen)
        .extracting(facts -> facts.ledgers().acceptance())
        .containsExactly("accepted", "expired");
  }

  @Test
  void theRulesSeeWaiversForRailSpursThatAreInForceOnTheLastDay() throws Exception {
    register("[{\"code\":\"I15\"}]");
    LocalDate tomorrow = LocalDate.now().plusDays(1);
    spurPlan("1", tomorrow.minusMonths(1).toString(), tomorrow.toString());
    spurPlan("2", tomorrow.minusMonths(1).toString(), tomorrow.minusDays(1).toString());
    spurPlan("3", tomorrow.plusDays(1).toString(), tomorrow.plusYears(1).toString());

    grades.grade(new GradeQuestion(CEMENT, FROM, tomorrow, null, null));
    assertThat(rules.seen.get(0).spurPlans())
        .containsExactly(
            new SpurPlan("ZX-1", LocalDate.of(2099, 1, 1), 0.8, tomorrow.minusMonths(1), tomorrow));
  }

  private void spurPlan(String number, String from, String until) {
    String body =
        """
        {"number":"ZX-%s","plannedDate":"2099-01-01","ratio":0.8,"validFrom":"%s","validUntil":"%s"}"""
            .formatted(number, from, until);
    store.registry.put(
        new Draft("spur-plan", CEMENT + "/ZX-" + number, CEMENT, "130200", body), "test");
  }

  private void accepted(String id, String state, String decided, String until) {
    String body =
        "{\"state\":\"%s\",\"decidedAt\":\"%s\",\"to\":\"%s\"}".formatted(state, decided, until);
    store.registry.put(new Draft("acceptance", id, CEMENT, "130200", body), "test");
  }

  @Test
  void theLowestOfSeveralIndustriesDecidesAndEachDecisionIsKept() throws Exception {
    register("[{\"code\":\"I15\"},{\"code\":\"I01\"},{\"code\":\"I39\"}]");
    rules.grade.put("I15", "A");
    rules.grade.put("I01", "C");

    Graded graded = grades.grade(question(null));
    assertThat(graded.grade()).isEqualTo("C");
    assertThat(graded.complete()).as("nobody grades I39").isFalse();
    assertThat(graded.industries()).hasSize(3);
    assertThat(store.journal.find(graded.deciding().position()).orElseThrow().entry().kind())
        .isEqualTo(Kind.GRADE);
  }

  @Test
  void askingAgainGivesTheSameStoredDecisionUntilSomethingChanges() throws Exception {
    register("[{\"code\":\"I15\"}]");
    long first = grades.grade(question(null)).deciding().position();
    assertThat(grades.grade(question(null)).deciding().position()).isEqualTo(first);

    store.receive(in("1", "2026-10-05T08:00:00"));
    assertThat(grades.grade(question(null)).deciding().position()).isGreaterThan(first);
  }

  @Test
  void withoutAPackThereIsNoGradeButAReason() {
    register("[]");
    Graded graded = grades.grade(question(null));
    assertThat(graded.grade()).isNull();
    assertThat(graded.deciding().decision().reason()).isNotNull();
  }

  @Test
  void aLedgerThatWasBegunAndThenForgottenIsOverdue() throws Exception {
    register("[{\"code\":\"I15\"}]");
    materials("2026-09-29");
    grades.grade(question(null));
    materials("2026-10-20");
    grades.grade(question(null));
    assertThat(rules.seen).extracting(f -> f.ledgers().overdueLedgers()).containsExactly(1, 0);
  }

  @Test
  void asOfKnowsNoUnitEnteredLater() {
    register("[{\"code\":\"I15\"}]");
    Instant before = Instant.now().minusSeconds(5);
    unit("in-plant-vehicle", "1", "{\"stage\":\"6\"}");
    grades.grade(question(before));
    assertThat(rules.seen.get(0).units()).isEmpty();
  }

  @Test
  void anUnknownEnterpriseOrAPeriodTurnedRoundIsRefused() {
    assertThatThrownBy(() -> grades.grade(question(null)))
        .isInstanceOfSatisfying(
            Refusal.class, e -> assertThat(e.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
    assertThatThrownBy(() -> grades.grade(new GradeQuestion(CEMENT, TO, FROM, null, null)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("bad-period");
  }

  private static GradeQuestion question(Instant asOf) {
    return new GradeQuestion(CEMENT, FROM, TO, null, asOf);
  }

  private void register(String industries) {
    String body = "{\"name\":\"示例水泥\",\"industries\":" + industries + "}";
    store.registry.put(new Draft("enterprise", CEMENT, CEMENT, "130203", body), "test");
  }

  private void unit(String kind, String number, String body) {
    store.registry.put(new Draft(kind, CEMENT + "/" + number, CEMENT, "130203", body), "test");
  }

  private void materials(String date) throws Exception {
    store.receive(
        Kind.LEDGER,
        "{\"ledger\":\"materials\",\"enterprise\":\"%s\",\"date\":\"%s\",\"material\":\"煤\"}"
            .formatted(CEMENT, date));
  }

  /** Grades by a table; what real packs do with the facts is the engine's own test. */
  private static final class FixedGrades implements Decider {
    final List<GradingFacts> seen = new ArrayList<>();
    final Map<String, String> grade = new java.util.HashMap<>();

    @Override
    public GradeDecision grade(GradingFacts facts, String policy) {
      seen.add(facts);
      String result = grade.get(facts.industry());
      var reason =
          result != null
              ? null
              : new GradeDecision.Reason("no-pack", new org.qingmen.model.Text("无规则包", "no pack"));
      byte[] document = facts.toString().getBytes(StandardCharsets.UTF_8);
      return new GradeDecision(
          result,
          policy,
          SCALE,
          result != null,
          true,
          reason,
          List.of(),
          List.of(),
          null,
          document,
          document);
    }

    @Override
    public Decision decide(
        PassageFacts facts, Occasion occasion, List<PassageAnswer.Finding> noted) {
      throw new UnsupportedOperationException("no passage is decided here");
    }

    @Override
    public ReplayResult replay(byte[] decisionDocument) {
      throw new UnsupportedOperationException("nothing is replayed here");
    }
  }
}
