package org.qingmen.impact.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingmen.grading.GradeQuestion;
import org.qingmen.grading.Graded;
import org.qingmen.impact.Impacts.Request;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.facts.GradingFacts;
import org.qingmen.spi.facts.LedgerState;
import org.qingmen.spi.pack.PackDescriptor.Kind;
import org.qingmen.spi.pack.PackState;
import org.qingmen.store.Draft;
import org.qingmen.store.testing.Databases;
import org.qingmen.store.testing.StoreFixture;

/** A candidate that grades: every registered enterprise of the division, by both. */
class GradeSweepTest {

  private static final LocalDate FROM = LocalDate.of(2026, 10, 1);
  private static final LocalDate TO = LocalDate.of(2026, 10, 31);

  private final FixedComparison comparison = new FixedComparison(Kind.GRADING);
  private final List<GradeQuestion> kept = new ArrayList<>();
  private final Flips flips = new Flips();
  private StoreFixture store;

  @BeforeEach
  void begin() throws Exception {
    store = new StoreFixture(Databases.H2.create());
  }

  @AfterEach
  void end() throws Exception {
    store.close();
  }

  @Test
  void eachEnterpriseIsGradedInTheIndustriesOfTheCandidateAndFlipsNameWhatMoved() {
    register("91440100700000001K001P", "440100");
    register("91440100700000002K001P", "440100");

    GradeSweep sweep = sweep();
    run(sweep, "", () -> false);

    ObjectNode result = flips.json();
    assertThat(result.path("grades").asInt()).isEqualTo(2);
    assertThat(result.path("gradeFlips").asInt()).isEqualTo(1);
    assertThat(result.path("share").asDouble()).isEqualTo(0.5);
    assertThat(result.at("/gradeChanges/0/before").asText()).isEqualTo("A");
    assertThat(result.at("/gradeChanges/0/after").asText()).isEqualTo("C");
    assertThat(result.at("/graded/0/enterprise").asText()).isEqualTo("91440100700000002K001P");
    assertThat(result.at("/graded/0/indicators/0").asText()).isEqualTo("clean.share");
    assertThat(result.at("/graded/0/examples/0").asText()).isEqualTo("D17");
    assertThat(comparison.graded)
        .as("an industry that the candidate does not grade is left out")
        .extracting(GradingFacts::industry)
        .containsOnly("I15");
    assertThat(kept).as("only what flips is kept as an example").hasSize(1);
    assertThat(sweep.done()).isEqualTo(sweep.of()).isEqualTo(2);
  }

  @Test
  void aDivisionNarrowsIt() {
    register("91440100700000001K001P", "440100");
    register("91130200700000002K001P", "130200");

    run(sweep(), "4401", () -> false);

    assertThat(comparison.graded)
        .extracting(facts -> facts.enterprise().id())
        .containsExactly("91440100700000001K001P");
  }

  @Test
  void itEndsBetweenTwoEnterprisesWhenItIsCancelled() {
    register("91440100700000001K001P", "440100");
    register("91440100700000002K001P", "440100");
    GradeSweep sweep = sweep();

    run(sweep, "", () -> !comparison.graded.isEmpty());

    assertThat(sweep.done()).isEqualTo(1);
    assertThat(flips.json().path("grades").asInt()).isEqualTo(1);
  }

  private void register(String id, String division) {
    store.registry.put(new Draft("enterprise", id, id, division, "{}"), "user:li");
  }

  private GradeSweep sweep() {
    return new GradeSweep(store.registry, this::grade, GradeSweepTest::facts);
  }

  private void run(
      GradeSweep sweep, String division, java.util.function.BooleanSupplier cancelled) {
    var pack = Trial.pack("1.1.0", PackState.TESTED, Kind.GRADING);
    sweep.run(new Request(pack, FROM, TO, division), comparison, flips, cancelled);
  }

  /** The second enterprise hauls by road, the first does not. */
  private static List<GradingFacts> facts(GradeQuestion question) {
    double road = question.enterprise().contains("2K001P") ? 5_000 : 10;
    return List.of(of(question, "I15", road), of(question, "I01", road));
  }

  private static GradingFacts of(GradeQuestion question, String industry, double road) {
    return new GradingFacts(
        new Enterprise(question.enterprise(), "示例", "440100", List.of(industry), "A"),
        industry,
        FROM,
        TO,
        List.of(),
        List.of(),
        road,
        List.of(),
        new LedgerState(1, 0));
  }

  private Graded grade(GradeQuestion question) {
    kept.add(question);
    Graded.OfIndustry other = new Graded.OfIndustry("I01", FixedComparison.decision("B"), 9);
    Graded.OfIndustry own = new Graded.OfIndustry("I15", FixedComparison.decision("A"), 43);
    return new Graded(own, List.of(other, own));
  }
}
