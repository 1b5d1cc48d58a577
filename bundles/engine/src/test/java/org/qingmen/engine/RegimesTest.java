package org.qingmen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.facts.GradingFacts;
import org.qingmen.spi.facts.LedgerState;

@DisplayName("Of the regimes that stand side by side")
class RegimesTest {

  private static final Path RULES = Path.of("../../rules");

  private static RulesWorkbench workbench;
  private static Decider decider;

  @BeforeAll
  static void load() throws IOException {
    workbench = RulesWorkbench.remembering().withLibrary(RULES);
    try (Stream<Path> folders = Files.list(RULES)) {
      decider =
          workbench.decider(
              folders
                  .filter(folder -> folder.getFileName().toString().matches("cn\\.(\\d+|ule)\\..*"))
                  .filter(folder -> !folder.endsWith("cn.340.measures"))
                  .sorted()
                  .toArray(Path[]::new));
    }
  }

  @AfterAll
  static void close() {
    workbench.close();
  }

  private static GradeDecision grade(String industry, String branch, String day, String policy) {
    LocalDate to = LocalDate.parse(day);
    return decider.grade(
        new GradingFacts(
            new Enterprise("91130200700000001K001P", "示例企业", "130200", List.of(industry), null),
            industry,
            branch,
            to,
            to,
            List.of(),
            List.of(),
            0,
            List.of(),
            new LedgerState(1, 0, "")),
        policy);
  }

  @ParameterizedTest(name = "{0} on {1}: {2}")
  @CsvSource({
    "I01, 2019-06-30, ",
    "I01, 2019-07-01, cn.2019.transport",
    "I01, 2020-06-28, cn.2019.transport",
    "I01, 2020-06-29, cn.340.i01-steel",
    "I15, 2020-06-28, ",
    "I15, 2020-06-29, cn.340.i15-cement",
    "I15, 2021-12-31, cn.340.i15-cement",
    "I15, 2026-10-31, cn.340.i15-cement",
    "I39, 2026-10-31, cn.340.i39-industrial-coating",
  })
  @DisplayName("the one in force on the last day of the period decides")
  void theOneInForceDecides(String industry, String day, String pack) {
    PackRef ref = grade(industry, "", day, null).pack();

    assertThat(ref == null ? null : ref.id()).isEqualTo(pack);
  }

  @ParameterizedTest(name = "{1} on {2}: {3}")
  @CsvSource({
    "I15, 环办大气〔2026〕2号, 2026-10-31, cn.2026.transport",
    "I15, 环办便函〔2021〕341号, 2026-10-31, cn.2021.transport",
    "I15, 环办大气函〔2020〕340号, 2026-10-31, cn.340.i15-cement",
    "I15, 关于推进实施水泥行业超低排放的意见, 2026-10-31, cn.ule.i15-cement",
    "I15, 关于推进实施水泥行业超低排放的意见（重点区域）, 2026-10-31, cn.ule.i15-cement-key-region",
    "I01, 关于推进实施钢铁行业超低排放的意见, 2026-10-31, cn.ule.i01-steel",
    "I01, 环办大气函〔2019〕648号, 2026-10-31, ",
  })
  @DisplayName("another one decides when its policy is asked for, as long as it is in force")
  void anotherOneOnRequest(String industry, String policy, String day, String pack) {
    PackRef ref = grade(industry, "", day, policy).pack();

    assertThat(ref == null ? null : ref.id()).isEqualTo(pack);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "粉磨站, cn.340.i15-cement-grinding",
    "水泥熟料, cn.340.i15-cement",
    "'', cn.340.i15-cement"
  })
  @DisplayName("a pack made for a branch grades that branch, the industry's pack all others")
  void branches(String branch, String pack) {
    assertThat(grade("I15", branch, "2026-10-31", null).pack().id()).isEqualTo(pack);
  }

  @Test
  @DisplayName("those whose thresholds nobody has read award nothing and say so")
  void unknownThresholdsAwardNothing() {
    for (String policy : List.of("环办大气〔2026〕2号", "环办便函〔2021〕341号")) {
      GradeDecision grade = grade("I15", "", "2026-10-31", policy);

      assertThat(grade.grade()).isEqualTo("D");
      assertThat(grade.complete()).isFalse();
      assertThat(grade.verified()).isFalse();
    }
  }
}
