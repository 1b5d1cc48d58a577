package org.qingmen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingmen.engine.internal.life.PackRegistry;
import org.qingmen.engine.internal.life.Registries;
import org.qingmen.spi.pack.PackProblem;

@DisplayName("What is wrong with a rule pack is said with file and line:")
class PackFilesTest {

  @TempDir private Path data;
  private PackRegistry registry;

  @BeforeEach
  void open() {
    registry = Registries.open(data, true);
  }

  @AfterEach
  void close() {
    registry.stop();
  }

  @ParameterizedTest(name = "{0} {1} -> {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          pack.yaml       | version: 1.0.0              | version: 1.0                      | schema               | 2
          pack.yaml       | kind: gate                  | kind: gates                       | schema               | 3
          pack.yaml       | policy: 试验办法            | color: red                        | schema               | 0
          pack.yaml       | validTo: null               | validTo: 2019-01-01               | period               | 8
          pack.yaml       | validFrom: 2020-01-01       | validFrom: 2020-02-31             | no-such-day          | 7
          pack.yaml       | validTo: null               | extends: trial.nothing            | unknown-base         | 1
          pack.yaml       | title: {zh: 试验, en: Trial} | title: {zh: 试验                 | yaml-syntax          | 0
          pack.yaml       | kind: gate                  | `kind: gate\nkind: gate`          | yaml-duplicate-key   | 4
          parameters.yaml | source: 试验办法            | sauce: 试验办法                   | schema               | 2
          parameters.yaml | verified: true              | grade: A                          | schema               | 2
          parameters.yaml | verified: true}             | `verified: true}\n  - {value: 6, from: 2020-01-01, clause: 二, source: 二, verified: true}` | parameter-overlap | 3
          cases/gate.yaml | verdict: allow              | verdict: perhaps                  | schema               | 0
          cases/gate.yaml | case: 达到                  | cases: 达到                       | schema               | 0
          rules/gate.drl  | @code("trial.below")        |                                   | rule-without-code    | 8
          rules/gate.drl  | @clause("试验第一条")       |                                   | rule-without-clause  | 8
          rules/gate.drl  | @zh("排放阶段 {0} 太低")    |                                   | rule-without-zh      | 8
          rules/gate.drl  | @en("stage {0} is too low") | @en("")                           | rule-without-en      | 8
          rules/gate.drl  | `when`                      | `wenn`                            | drl-syntax           | 13
          rules/gate.drl  | `package trial.gate;`       | `package org.evil;`               | drl-package          | 1
          rules/gate.drl  | Passage(stageRank           | Passage(nonsense                  | drl-compile          | 14
          rules/gate.drl  | Passage(stageRank           | Pasage(stageRank                  | drl-fact             | 14
          rules/gate.drl  | outcome.deny(drools, $s);   | outcome.reject(drools, $s);       | drl-compile          | 8
          """)
  void isSaid(String file, String old, String now, String code, int line) {
    TestPack pack =
        TestPack.gate("trial.gate", "1.0.0", 5)
            .replace(file, old, now == null ? "" : now.replace("\\n", "\n"));

    List<PackProblem> problems = registry.install(pack.zip(), "li").problems();

    assertThat(problems).isNotEmpty();
    PackProblem problem =
        problems.stream()
            .filter(one -> one.code().equals(code))
            .findFirst()
            .orElseThrow(() -> new AssertionError(problems));
    assertThat(problem.file()).isEqualTo(file);
    assertThat(problem.message().zh()).isNotBlank();
    assertThat(problem.message().en()).isNotBlank();
    if (line > 0) {
      assertThat(problem.line()).isEqualTo(line);
    }
  }

  @Test
  @DisplayName("two packs that grade one industry in one region and period cannot both serve")
  void twoPacksForOneIndustry() {
    registry.activate("trial.one", grading("trial.one"), "wang");

    PackStatus second = registry.install(gradingPack("trial.two").zip(), "li");

    assertThat(second.problems()).extracting(PackProblem::code).containsExactly("overlap");
    assertThat(second.problems().get(0).message().en()).contains("trial.one", "I98");
  }

  @Test
  @DisplayName("a folder is read like an archive and has the same hash")
  void foldersAreReadToo(@TempDir Path parent) {
    TestPack pack = TestPack.gate("trial.gate", "1.0.0", 5);

    PackStatus folder = registry.install(pack.folder(parent), "li");

    assertThat(folder.problems()).isEmpty();
    assertThat(registry.install(pack.zip(), "li").hash()).isEqualTo(folder.hash());
    assertThat(registry.list()).hasSize(1);
  }

  private String grading(String id) {
    PackStatus status = registry.install(gradingPack(id).zip(), "li");
    assertThat(status.problems()).isEmpty();
    return status.version();
  }

  private static TestPack gradingPack(String id) {
    return TestPack.gate(id, "1.0.0", 5)
        .replace("pack.yaml", "kind: gate", "kind: grading\nindustries: [I98, I99]\ngrades: [A, B]")
        .without("rules/gate.drl")
        .without("cases/gate.yaml");
  }
}
