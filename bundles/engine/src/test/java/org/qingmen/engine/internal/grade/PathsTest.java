package org.qingmen.engine.internal.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingmen.engine.GradeDecision.Gap;
import org.qingmen.engine.GradeDecision.Path;
import org.qingmen.spi.pack.Parameter;

@DisplayName("The cheapest way to a better grade")
class PathsTest {

  private static final List<String> GRADES = List.of("A", "B", "C");
  private static final List<String> NAMES =
      List.of("road.vi.share", "in-plant.v.share", "nrmm.iii.share");
  private static final List<String> OPERATORS = List.of(">=", ">", "<=", "<", "=");

  @ParameterizedTest(name = "{1} of {0} with {2} {3} need {4}")
  @CsvSource({
    "100, 68, >=, 0.80, 12",
    "100, 80, >=, 0.80, 0",
    "100, 80, >, 0.80, 1",
    "10000, 7999, >=, 0.80, 1",
    "10000, 7999, >, 0.80, 2",
    "3, 2, >=, 0.80, 1",
    "7, 0, >=, 0.80, 6",
    "100, 30, <=, 0.20, -10",
    "100, 20, <, 0.20, -1"
  })
  void boundaries(int base, int counts, String operator, double share, int change) {
    TallyBook book = new TallyBook();
    book.base(null, NAMES.get(0), base);
    book.counts(null, NAMES.get(0), counts);
    List<Parameter> thresholds = List.of(share(NAMES.get(0), "A", operator, share, null));

    Assessment assessed = Assessment.of(List.of("A", "B"), thresholds, book);

    if (change == 0) {
      assertThat(assessed.grade()).isEqualTo("A");
      assertThat(assessed.paths()).isEmpty();
      return;
    }
    assertThat(assessed.grade()).isEqualTo("B");
    assertThat(assessed.paths()).hasSize(1);
    assertThat(assessed.paths().get(0).steps().get(0).change()).isEqualTo(change);
    assertThat(assessed.gaps()).extracting(Gap::missing).containsExactly((double) Math.abs(change));
  }

  @Test
  @DisplayName("takes the cheaper of requirements that stand for one another")
  void alternatives() {
    TallyBook book = new TallyBook();
    book.base(null, "road.vi.share", 100);
    book.counts(null, "road.vi.share", 40);
    book.base(null, "clean.share", 1000);
    book.counts(null, "clean.share", 799.9995);
    List<Parameter> thresholds =
        List.of(
            share("road.vi.share", "A", ">=", 1.0, "way"),
            share("clean.share", "A", ">=", 0.8, "way"));

    Path path = Assessment.of(List.of("A", "B"), thresholds, book).paths().get(0);

    assertThat(path.steps()).hasSize(1);
    assertThat(path.steps().get(0).indicator()).isEqualTo("clean.share");
    assertThat(path.steps().get(0).change()).isEqualTo(0.001);
    assertThat(path.steps().get(0).unit()).isEqualTo("tonnes");
    assertThat(path.steps().get(0).message().zh()).contains("0.001");
  }

  @Test
  @DisplayName("leads nowhere where no change of what was counted suffices")
  void impossible() {
    TallyBook book = new TallyBook();
    List<Parameter> thresholds = List.of(share("road.vi.share", "A", ">=", 0.8, null));

    assertThat(Assessment.of(List.of("A", "B"), thresholds, book).paths()).isEmpty();
  }

  @Test
  @DisplayName("is as cheap as the cheapest of all changes there are, in thousands of cases")
  void equalsBruteForce() {
    Random random = new Random(11);
    int reached = 0;
    for (int i = 0; i < 4_000; i++) {
      int[] bases = new int[NAMES.size()];
      int[] counts = new int[NAMES.size()];
      for (int n = 0; n < bases.length; n++) {
        bases[n] = 1 + random.nextInt(7);
        counts[n] = random.nextInt(bases[n] + 1);
      }
      List<Parameter> thresholds = thresholds(random);
      Assessment assessed = Assessment.of(GRADES, thresholds, book(bases, counts));
      Map<String, Double> cheapest = bruteForce(thresholds, bases, counts, assessed.grade());
      Map<String, Double> found = new TreeMap<>();
      assessed.paths().forEach(path -> found.put(path.grade(), path.total()));

      assertThat(found.keySet()).as("case %d", i).isEqualTo(cheapest.keySet());
      cheapest.forEach((grade, cost) -> assertThat(found.get(grade)).isCloseTo(cost, within(1e-9)));
      for (Path path : assessed.paths()) {
        leadsThere(path, thresholds, bases, counts);
        reached++;
      }
    }
    assertThat(reached).isGreaterThan(1_000);
  }

  private static void leadsThere(Path path, List<Parameter> thresholds, int[] bases, int[] counts) {
    int[] after = counts.clone();
    path.steps().forEach(step -> after[NAMES.indexOf(step.indicator())] += (int) step.change());
    assertThat(meets(path.grade(), thresholds, book(bases, after))).isTrue();
  }

  private static Map<String, Double> bruteForce(
      List<Parameter> thresholds, int[] bases, int[] counts, String grade) {
    Map<String, Double> cheapest = new TreeMap<>();
    for (int a = 0; a <= bases[0]; a++) {
      for (int b = 0; b <= bases[1]; b++) {
        for (int c = 0; c <= bases[2]; c++) {
          int[] after = {a, b, c};
          double cost = 0;
          for (int n = 0; n < 3; n++) {
            cost += Math.abs(after[n] - counts[n]) / (double) bases[n];
          }
          for (String better : GRADES.subList(0, GRADES.indexOf(grade))) {
            if (meets(better, thresholds, book(bases, after))) {
              cheapest.merge(better, cost, Math::min);
            }
          }
        }
      }
    }
    return cheapest;
  }

  /** Whether all that a grade needs is met, asked of a ladder that has no other grade. */
  private static boolean meets(String grade, List<Parameter> thresholds, TallyBook book) {
    List<Parameter> own = thresholds.stream().filter(one -> one.grade().equals(grade)).toList();
    return Assessment.of(List.of(grade, "none"), own, book).grade().equals(grade);
  }

  private static TallyBook book(int[] bases, int[] counts) {
    TallyBook book = new TallyBook();
    for (int n = 0; n < NAMES.size(); n++) {
      book.base(null, NAMES.get(n), bases[n]);
      book.counts(null, NAMES.get(n), counts[n]);
    }
    return book;
  }

  private static List<Parameter> thresholds(Random random) {
    List<Parameter> thresholds = new ArrayList<>();
    for (String grade : List.of("A", "B")) {
      int rows = 1 + random.nextInt(4);
      for (int i = 0; i < rows; i++) {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        // Mostly lower limits, as the regulations have them.
        String operator =
            OPERATORS.get(random.nextInt(10) < 7 ? random.nextInt(2) : random.nextInt(5));
        String group = random.nextBoolean() ? "g" + random.nextInt(2) : null;
        thresholds.add(share(name, grade, operator, random.nextInt(21) / 20.0, group));
      }
    }
    return thresholds;
  }

  private static Parameter share(
      String name, String grade, String operator, double value, String group) {
    return new Parameter(
        name,
        grade,
        operator,
        value,
        null,
        group,
        LocalDate.of(2020, 1, 1),
        null,
        "第一条",
        "试验",
        true);
  }
}
