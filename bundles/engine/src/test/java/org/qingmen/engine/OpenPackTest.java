package org.qingmen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingmen.engine.OpenPack.Survivor;
import org.qingmen.engine.PackCoverage.Condition;
import org.qingmen.spi.pack.PackProblem;

@DisplayName("A pack on the workbench")
class OpenPackTest {

  private static final String HEAD =
      """
      package my.items;
      import org.qingmen.spi.facts.*;
      global Outcome outcome;
      global Parameters parameters;
      """;
  private static final String PACK =
      """
      id: my.items
      version: 1.0.0
      kind: inspection
      title: {zh: 试验, en: Trial}
      policy: 试验办法
      region: "000000"
      validFrom: 2026-01-01
      owner: {name: 试验, contact: trial@example.org}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void good() throws IOException {
    write("pack.yaml", PACK);
    write("parameters.yaml", parameter("limit", "10"));
    rules(
        rule("达到", "number(\"n\") >= parameters.number(\"limit\")", "passed"),
        rule("没有达到", "number(\"n\") < parameters.number(\"limit\")", "failed"));
    cases(given(10, "passed"), given(9, "failed"));
  }

  private static String parameter(String name, String value) {
    return name
        + ":\n  - {value: "
        + value
        + ", from: 2026-01-01, clause: 第一条, source: 试验办法, verified: true}\n";
  }

  private static String rule(String name, String condition, String conclusion) {
    return """
        rule "%s"
          @code("%s") @clause("第一条") @zh("%s") @en("%s")
        when
          Fact(kind == "item", %s)
        then
          outcome.conclude(drools, "result", "%s");
        end
        """
        .formatted(name, conclusion, name, conclusion, condition, conclusion);
  }

  private static String given(double n, String result) {
    return "- case: 数为 %s\n  given: {facts: [{kind: item, n: %s}]}\n  expect: {conclusions: {result: %s}}\n"
        .formatted(n, n, result);
  }

  private void rules(String... rules) throws IOException {
    write("rules/items.drl", HEAD + String.join("", rules));
  }

  private void cases(String... cases) throws IOException {
    write("cases/items.yaml", String.join("", cases));
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private OpenPack open() {
    List<PackProblem> problems = new ArrayList<>();
    return new RulesWorkbench()
        .open(folder, problems::add)
        .orElseThrow(() -> new AssertionError(problems.toString()));
  }

  private List<PackNotice> notices() {
    try (OpenPack pack = open()) {
      return pack.notices();
    }
  }

  @Test
  @DisplayName("that is well made has nothing odd and no change that its cases do not notice")
  void wellMade() {
    try (OpenPack pack = open()) {
      assertThat(pack.notices()).isEmpty();
      assertThat(pack.cases()).allMatch(OpenPack.CaseResult::passed).hasSize(2);
      assertThat(pack.mutate().survivors()).isEmpty();
      assertThat(pack.coverage().rulesCovered()).isEqualTo(2);
      assertThat(pack.coverage().conditionsCovered()).isEqualTo(2);
    }
  }

  @Test
  @DisplayName("tells which conditions never failed or never held")
  void conditions() throws IOException {
    cases(given(10, "passed"));

    try (OpenPack pack = open()) {
      PackCoverage coverage = pack.coverage();
      assertThat(coverage.rulesCovered()).isEqualTo(1);
      assertThat(coverage.rules().get(0).conditions())
          .containsExactly(
              new Condition(
                  "rules/items.drl",
                  8,
                  "number(\"n\") >= parameters.number(\"limit\")",
                  true,
                  false));
      assertThat(coverage.rules().get(1).conditions())
          .extracting(Condition::held, Condition::failed)
          .containsExactly(org.assertj.core.groups.Tuple.tuple(false, true));
    }
  }

  @Test
  @DisplayName("is told where a limit has no case on it, with file and line")
  void survivors() throws IOException {
    cases(given(20, "passed"), given(5, "failed"));

    try (OpenPack pack = open()) {
      assertThat(pack.mutate().survivors())
          .extracting(Survivor::file, Survivor::line, Survivor::before, Survivor::after)
          .contains(
              org.assertj.core.groups.Tuple.tuple("parameters.yaml", 2, "10", "11"),
              org.assertj.core.groups.Tuple.tuple("parameters.yaml", 2, "10", "9"));
    }
  }

  @Test
  @DisplayName("may say why a change cannot be noticed")
  void acceptedMutants() throws IOException {
    cases(given(20, "passed"), given(5, "failed"));
    write("pack.yaml", PACK + "accepted:\n  - {notice: mutant, about: \"*\", reason: 只是试验}\n");

    try (OpenPack pack = open()) {
      assertThat(pack.mutate().survivors()).isEmpty();
      assertThat(pack.mutate().accepted()).isPositive();
    }
  }

  @Test
  @DisplayName("with > on one side and < on the other is shown the value between")
  void gap() throws IOException {
    rules(
        rule("达到", "number(\"n\") > parameters.number(\"limit\")", "passed"),
        rule("没有达到", "number(\"n\") < parameters.number(\"limit\")", "failed"));
    cases(given(11, "passed"), given(9, "failed"));

    assertThat(notices())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.code()).isEqualTo("gap");
              assertThat(one.example()).contains("\"n\":10");
              assertThat(one.file()).isEqualTo("rules/items.drl");
              assertThat(one.message().zh()).contains("没有规则给出");
              assertThat(one.message().en()).contains("no rule says result");
            });
  }

  @Test
  @DisplayName("whose rules say opposite things of the same facts is shown such facts")
  void contradiction() throws IOException {
    rules(
        rule("达到", "number(\"n\") >= parameters.number(\"limit\")", "passed"),
        rule("没有达到", "number(\"n\") <= parameters.number(\"limit\")", "failed"));
    cases(given(11, "passed"), given(9, "failed"));

    assertThat(notices())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.code()).isEqualTo("contradiction");
              assertThat(one.about()).isEqualTo("达到 / 没有达到");
              assertThat(one.example()).contains("\"n\":10");
              assertThat(one.refuses()).isFalse();
            });
  }

  @Test
  @DisplayName("with a rule that can never fire is refused at the line")
  void neverFires() throws IOException {
    rules(
        rule("达到", "number(\"n\") >= parameters.number(\"limit\")", "passed"),
        rule("不可能", "number(\"n\") > 20, number(\"n\") < parameters.number(\"limit\")", "x"));
    cases(given(10, "passed"));
    List<PackProblem> problems = new ArrayList<>();

    assertThat(new RulesWorkbench().open(folder, problems::add)).isEmpty();

    assertThat(problems)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.code()).isEqualTo("rule-never-fires");
              assertThat(one.line()).isEqualTo(15);
              assertThat(one.message().en()).contains("不可能", "can never fire");
            });
  }

  @Test
  @DisplayName("that reads a parameter it does not have is refused")
  void unknownParameter() throws IOException {
    rules(rule("达到", "number(\"n\") >= parameters.number(\"limt\")", "passed"));
    cases();
    List<PackProblem> problems = new ArrayList<>();

    assertThat(new RulesWorkbench().open(folder, problems::add)).isEmpty();
    assertThat(problems).extracting(PackProblem::code).containsExactly("parameter-unknown");
  }

  @Test
  @DisplayName("is told of parameters that nobody reads or that begin too late")
  void parameters() throws IOException {
    write(
        "parameters.yaml",
        parameter("limit", "10").replace("from: 2026-01-01", "from: 2026-03-01")
            + parameter("idle", "1"));

    assertThat(notices())
        .extracting(PackNotice::code, PackNotice::about)
        .contains(
            org.assertj.core.groups.Tuple.tuple("parameter-unread", "idle"),
            org.assertj.core.groups.Tuple.tuple("parameter-undated", "limit"));
  }

  @Test
  @DisplayName(
      "explains a case: what fired, what was read, and the condition that failed elsewhere")
  void explains() {
    try (OpenPack pack = open()) {
      CaseExplanation why = pack.explain("数为 9").get(0);

      assertThat(why.passed()).isTrue();
      assertThat(why.fired()).extracting(PackContent.RuleInfo::name).containsExactly("没有达到");
      assertThat(why.parameters()).extracting(p -> p.name()).containsExactly("limit");
      assertThat(why.silent())
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one.rule()).isEqualTo("达到");
                assertThat(one.condition())
                    .isEqualTo("number(\"n\") >= parameters.number(\"limit\")");
              });
    }
  }

  @Test
  @DisplayName("with words the analysis does not understand decides all the same and says so")
  void notAnalysed() throws IOException {
    rules(
        rule("达到", "number(\"n\") >= parameters.number(\"limit\")", "passed")
            .replace("then\n", "then\n  if (true) { }\n"));
    cases(given(10, "passed"));

    try (OpenPack pack = open()) {
      assertThat(pack.cases()).allMatch(OpenPack.CaseResult::passed);
      assertThat(pack.notices()).extracting(PackNotice::code).contains("not-analysed");
      assertThat(pack.coverage().rulesCovered()).isEqualTo(1);
    }
  }
}
