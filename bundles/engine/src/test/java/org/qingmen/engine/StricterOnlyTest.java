package org.qingmen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingmen.spi.pack.PackProblem;

@DisplayName("A pack that says it is only stricter")
class StricterOnlyTest {

  private static final Path RULES = Path.of("../../rules");

  private static RulesWorkbench workbench;

  @TempDir private Path folder;

  @BeforeAll
  static void open() {
    workbench = RulesWorkbench.remembering().withLibrary(RULES);
  }

  @AfterAll
  static void close() {
    workbench.close();
  }

  private List<PackProblem> overlay(String kind, String base, String grades, String parameters) {
    String pack =
        """
        id: test.overlay
        version: 1.0.0
        kind: %s
        title: {zh: 试验, en: Trial}
        policy: 试验文件
        region: "990000"
        industries: [%s]
        validFrom: 2026-01-01
        %s
        grades: [%s]
        stricterOnly: true
        owner: {name: 试验, contact: trial@example.org}
        """
            .formatted(kind, grades.isEmpty() ? "" : "I01", base, grades);
    try {
      Files.writeString(folder.resolve("pack.yaml"), pack);
      if (!parameters.isEmpty()) {
        Files.writeString(folder.resolve("parameters.yaml"), parameters);
      }
      return workbench.check(folder).problems();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<PackProblem> steel(String parameters) {
    return overlay("grading", "extends: cn.340.i01-steel", "A, B, B-, C, D", parameters);
  }

  private static String share(String code, String grade, String value, String rest) {
    return """
        %s:
          - {grade: %s, operator: ">=", value: %s, %s from: 2026-01-01, clause: 试验, source: 试验, verified: true}
        """
        .formatted(code, grade, value, rest);
  }

  @ParameterizedTest(name = "{0} {1} at {2}")
  @CsvSource({
    "nrmm.iii-or-nev.share, B, 0.9",
    "in-plant.v-or-nev.share, B, 0.5",
    "road.vi-or-nev.share, B, 0.7"
  })
  @DisplayName("is taken when it asks for more")
  void isTakenWhenStricter(String code, String grade, String value) {
    String own =
        share(code, grade, value, "")
            + (code.equals("road.vi-or-nev.share")
                ? share(code, "A", "1.00", "alternativeGroup: clean-or-vi,").split("\n", 2)[1]
                : share(code, "A", "1.00", "").split("\n", 2)[1]);

    assertThat(steel(own)).isEmpty();
  }

  @ParameterizedTest(name = "{0} of grade {1} at {2}")
  @CsvSource({
    "nrmm.iii-or-nev.share, A, 0.999",
    "in-plant.v-or-nev.share, A, 0.999",
    "road.v-or-nev.share, B, 0.799"
  })
  @DisplayName("is refused when it asks for a thousandth less, with the record that shows it")
  void isRefusedWhenLaxer(String code, String grade, String value) {
    assertThat(steel(share(code, grade, value, "")))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("laxer");
              assertThat(problem.message().zh())
                  .contains("cn.340.i01-steel")
                  .contains("2026-01-01");
              assertThat(problem.message().en()).contains("there ").contains("here " + grade);
            });
  }

  @Test
  @DisplayName("is refused when it adds another way to the same grade")
  void anotherAlternativeIsLaxer() {
    String own =
        share("road.v-or-nev.share", "A", "1.00", "alternativeGroup: clean-or-vi,")
            + share("road.v-or-nev.share", "B", "0.80", "").split("\n", 2)[1];

    assertThat(steel(own)).extracting(PackProblem::code).containsExactly("laxer");
  }

  @Test
  @DisplayName("is refused when only a later value is laxer")
  void laterValuesCount() {
    String own =
        share("nrmm.iii-or-nev.share", "A", "1.00", "")
            + share("nrmm.iii-or-nev.share", "A", "0.50", "")
                .split("\n", 2)[1]
                .replace("from: 2026-01-01", "from: 2027-07-01");

    assertThat(steel(own))
        .singleElement()
        .satisfies(problem -> assertThat(problem.message().zh()).contains("2027-07-01"));
  }

  @Test
  @DisplayName("may fill in a threshold that the base does not know")
  void unknownThresholdsMayBeFilledIn() {
    String own =
        """
        transport.row:
          - {grade: B-, operator: "=", value: true, from: 2026-01-01, clause: 试验, source: 试验, verified: true}
        """;

    assertThat(steel(own)).isEmpty();
  }

  @Test
  @DisplayName("is refused when there is nothing to hold it against")
  void nothingToHoldItAgainst() {
    assertThat(overlay("grading", "extends: cn.base.transport", "A, B", share("x.y", "A", "1", "")))
        .extracting(PackProblem::code)
        .containsExactly("stricter-than-what");
  }
}
