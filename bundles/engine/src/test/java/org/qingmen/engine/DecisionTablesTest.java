package org.qingmen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingmen.engine.OpenPack.CaseResult;
import org.qingmen.engine.OpenPack.Survivor;
import org.qingmen.engine.PackContent.MatrixRow;
import org.qingmen.engine.PackContent.RuleInfo;
import org.qingmen.engine.PackCoverage.Condition;
import org.qingmen.office.Sheet;
import org.qingmen.office.Workbooks;
import org.qingmen.spi.pack.PackProblem;

@DisplayName("A decision table")
class DecisionTablesTest {

  private static final String TABLE =
      """
      # 试验办法的表,,,,,,,
      table,item-limits
      package,my.items
      code,my.item
      zh,{item.kind} 有 {item.n} 件（限值 {=item.n}）
      en,{item.n} of {item.kind} (limit {=item.n})
      source,试验办法
      verified,TRUE

      id,"条款
      clause",item.kind,item.n,item.urgent,item.day,then conclude result,then find
      r1,第一条,wood,>= 10,,,passed,
      r2,第一条,wood,< 10,FALSE,,failed,suspicious
      r3,第二条,"coal, coke",5..7,,,passed,
      # 这一行是给人看的
      r4,第三条,not wood,,TRUE,< 2026-06-01,early,
      """;

  @TempDir private Path folder;

  @BeforeEach
  void pack() throws IOException {
    write(
        "pack.yaml",
        """
        id: my.items
        version: 1.0.0
        kind: inspection
        title: {zh: 试验, en: Trial}
        policy: 试验办法
        region: "000000"
        validFrom: 2026-01-01
        owner: {name: 试验, contact: trial@example.org}
        """);
    write(
        "cases/items.yaml",
        """
        - case: 木料十件，合格
          given: {day: 2026-10-01, division: "130200", facts: [{kind: item, kind-of: wood, n: 10}]}
          expect: {findings: [], conclusions: {result: passed}}
        - case: 木料九件，不合格
          given: {day: 2026-10-01, division: "130200", facts: [{kind: item, kind-of: wood, n: 9}]}
          expect: {findings: [my.item], conclusions: {result: failed}}
        """);
    table(
        "csv",
        TABLE.replace("item.kind,", "item.kind-of,").replace("{item.kind}", "{item.kind-of}"));
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void table(String ending, String csv) throws IOException {
    byte[] text = csv.getBytes(StandardCharsets.UTF_8);
    Sheet sheet = Workbooks.readCsv(text);
    Path tables = Files.createDirectories(folder.resolve("tables"));
    Files.deleteIfExists(tables.resolve("items.csv"));
    Files.write(
        tables.resolve("items." + ending),
        ending.equals("csv") ? text : Workbooks.writeXlsx(List.of(new Sheet("规则", sheet.cells()))));
  }

  private List<PackProblem> problems() {
    try (RulesWorkbench workbench = new RulesWorkbench()) {
      return workbench.test(folder).problems();
    }
  }

  private OpenPack open() {
    List<PackProblem> problems = new ArrayList<>();
    var opened = new RulesWorkbench().open(folder, problems::add);
    assertThat(problems).isEmpty();
    return opened.orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "xlsx"})
  @DisplayName("decides as its rows say")
  void decides(String ending) throws IOException {
    table(ending, Files.readString(folder.resolve("tables/items.csv")));

    assertThat(problems()).isEmpty();
    try (OpenPack open = open()) {
      assertThat(open.cases()).allMatch(CaseResult::passed);
      assertThat(open.content().rules())
          .extracting(RuleInfo::name, RuleInfo::clause)
          .contains(org.assertj.core.groups.Tuple.tuple("r3", "第二条"));
    }
  }

  @Test
  @DisplayName("names the cells of rules, conditions and limits")
  void names() throws IOException {
    table("xlsx", Files.readString(folder.resolve("tables/items.csv")));
    String sheet = "tables/items.xlsx!规则!";

    try (OpenPack open = open()) {
      assertThat(open.content().rules())
          .extracting(RuleInfo::file)
          .containsExactly(sheet + "A11", sheet + "A12", sheet + "A13", sheet + "A15");
      PackCoverage.Rule silent = open.coverage().rules().get(2);
      assertThat(silent.cases()).isEmpty();
      assertThat(silent.conditions())
          .extracting(Condition::file, Condition::text)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(
                  sheet + "C13", "text(\"kind-of\") in (\"coal\", \"coke\")"),
              org.assertj.core.groups.Tuple.tuple(
                  sheet + "D13",
                  "number(\"n\") >= parameters.number(\"item-limits.r3.item.n.min\")"),
              org.assertj.core.groups.Tuple.tuple(
                  sheet + "D13",
                  "number(\"n\") <= parameters.number(\"item-limits.r3.item.n.max\")"));
      assertThat(open.mutate().survivors())
          .extracting(Survivor::kind, Survivor::file, Survivor::before)
          .contains(org.assertj.core.groups.Tuple.tuple("threshold", sheet + "D13", "5"))
          .doesNotContain(org.assertj.core.groups.Tuple.tuple("threshold", sheet + "D12", "10"));
      assertThat(open.content().matrix())
          .filteredOn(row -> row.code().equals("item-limits.r1.item.n.min"))
          .extracting(MatrixRow::clause, MatrixRow::verified, row -> row.cases().size())
          .containsExactly(org.assertj.core.groups.Tuple.tuple("第一条", true, 2));
      assertThat(open.notices())
          .filteredOn(one -> one.code().equals("rule-not-reached"))
          .extracting(PackNotice::file)
          .contains(sheet + "A15");
    }
  }

  @Test
  @DisplayName("is written into decisions with the cell of the rule and the origin of its limits")
  void decisions() throws IOException {
    table("xlsx", Files.readString(folder.resolve("tables/items.csv")));

    try (OpenPack open = open()) {
      String decision = open.explain("木料九件").get(0).decision();

      assertThat(decision)
          .contains("{\"cell\":\"tables/items.xlsx!规则!A12\",\"clause\":\"第一条\"")
          .contains("\"zh\":\"wood 有 9 件（限值 10）\"")
          .contains("\"name\":\"item-limits.r2.item.n.max\",\"source\":\"试验办法\"");
      assertThat(open.explain("木料九件").get(0).silent())
          .extracting(CaseExplanation.Silent::rule, CaseExplanation.Silent::file)
          .contains(org.assertj.core.groups.Tuple.tuple("r1", "tables/items.xlsx!规则!D11"));
    }
  }

  @Test
  @DisplayName("may hold rules for a part of the time only")
  void dated() throws IOException {
    String table = Files.readString(folder.resolve("tables/items.csv"));
    table("csv", table.replace("verified,TRUE", "verified,TRUE\nto,2026-10-15"));
    write(
        "cases/later.yaml",
        """
        - case: 期满以后不再判定
          given: {day: 2026-10-16, division: "130200", facts: [{kind: item, kind-of: wood, n: 10}]}
          expect: {findings: [], conclusions: {result: null}}
        """);

    assertThat(problems()).isEmpty();
  }

  @Test
  @DisplayName("is refused with the cell when it contradicts a rule that is there")
  void duplicate() throws IOException {
    write(
        "rules/items.drl",
        """
        package my.items;
        import org.qingmen.spi.facts.*;
        global Outcome outcome;
        rule "r1"
          @code("x") @clause("x") @zh("x") @en("x")
        when
          Fact(kind == "item")
        then
          outcome.conclude(drools, "x", true);
        end
        """);

    assertThat(problems())
        .extracting(PackProblem::file, PackProblem::code)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("tables/items.csv!A11", "duplicate-rule"));
  }

  @Test
  @DisplayName("cannot reach further than rules written by hand")
  void sandbox() throws IOException {
    String table = Files.readString(folder.resolve("tables/items.csv"));
    table(
        "csv",
        table.replace(
            "verified,TRUE",
            "verified,TRUE\ngiven,\"Fact(kind == \"\"item\"\", System.getenv(\"\"HOME\"\") != null)\""));

    assertThat(problems()).isNotEmpty();
    assertThat(problems().get(0).file()).startsWith("tables/items.csv!");
    assertThat(problems().get(0).code()).isIn("sandbox-call", "drl-compile");
  }
}
