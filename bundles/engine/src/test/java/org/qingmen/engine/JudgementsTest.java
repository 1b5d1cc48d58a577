package org.qingmen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingmen.engine.Judgement.Conclusion;
import org.qingmen.engine.internal.json.Hashes;
import org.qingmen.spi.facts.Fact;
import org.qingmen.spi.intake.PassageAnswer.Finding;
import org.qingmen.spi.pack.PackDescriptor.Kind;
import org.qingmen.spi.pack.PackProblem;
import org.qingmen.spi.pack.Parameter;

@DisplayName("A judgement")
class JudgementsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private RulesWorkbench workbench;

  @BeforeEach
  void open() {
    workbench = new RulesWorkbench();
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  @Test
  @DisplayName("holds findings and conclusions with rule, clause and the parameters that were read")
  void isExplained() {
    Judgement judgement = judge(workbench.judge(national().folder(folder)), "130200", 7, true);

    Conclusion level = judgement.last("level").orElseThrow();
    assertThat(level.value()).isEqualTo("high");
    assertThat(level.code()).isEqualTo("trial.late");
    assertThat(level.clause()).isEqualTo("试验第一条");
    assertThat(level.message().zh()).isEqualTo("A01 迟到 7 小时，限 5 小时");
    assertThat(judgement.findings()).extracting(Finding::code).containsExactly("trial.open");
    assertThat(judgement.parameters()).extracting(Parameter::name).containsExactly("late.hours");
    assertThat(judgement.packs()).extracting(PackRef::id).containsExactly("trial.alarms");
  }

  @Test
  @DisplayName("says nothing where no rule speaks, and names no pack where none is in force")
  void mayBeEmpty() {
    Judge judge = workbench.judge(national().folder(folder));

    assertThat(judge(judge, null, 4, false).conclusions()).isEmpty();
    Judgement before =
        judge.judge(
            new Matter(Kind.ALARM, "130200", LocalDate.of(2019, 1, 1), List.of(silence(9, true))));
    assertThat(before.packs()).isEmpty();
    assertThat(before.conclusions()).isEmpty();
    assertThat(judge.judge(new Matter(Kind.LEDGER, "130200", DAY, List.of())).packs()).isEmpty();
  }

  @Test
  @DisplayName("lets the closer region speak after the wider one, and hides what it extends")
  void followsRegions() {
    Path nation = national().folder(folder);
    Path beside =
        national()
            .replace("pack.yaml", "id: trial.alarms", "id: hebei.more")
            .replace("pack.yaml", "\"000000\"", "\"130000\"")
            .replace("rules/alarm.drl", "\"high\"", "\"higher\"")
            .without("cases/alarm.yaml")
            .folder(folder);
    Judge judge = workbench.judge(nation, beside);

    assertThat(judge(judge, "130200", 7, false).all("level"))
        .extracting(Conclusion::value)
        .containsExactly("high", "higher");
    assertThat(judge(judge, "140100", 7, false).last("level").orElseThrow().value())
        .isEqualTo("high");
    assertThat(judge(judge, null, 7, false).packs()).hasSize(1);
  }

  @Test
  @DisplayName("asks a province's pack instead of the national one that it extends")
  void hidesWhatIsExtended() {
    Path nation = national().folder(folder);
    Judge judge = workbench.withLibrary(nation).judge(nation, province().folder(folder));

    Judgement here = judge(judge, "130200", 3, false);
    assertThat(here.packs()).extracting(PackRef::id).containsExactly("hebei.alarms");
    assertThat(here.last("level").orElseThrow().message().en()).endsWith("allowed 2");
    assertThat(judge(judge, "140100", 3, false).conclusions()).isEmpty();
    assertThat(judge.parameters(Kind.ALARM, "130200", DAY).number("late.hours")).isEqualTo(2);
    assertThat(judge.parameters(Kind.ALARM, "140100", DAY).number("late.hours")).isEqualTo(5);
    assertThat(judge.table(Kind.ALARM, "130200", DAY))
        .extracting(Parameter::source)
        .containsExactly("河北办法");
    assertThatThrownBy(() -> judge.parameters(Kind.STAGE, "130200", DAY))
        .isInstanceOf(PackException.class)
        .hasMessageContaining("not-found");
  }

  @Test
  @DisplayName("is written as canonical bytes whose hashes fit, the same whenever it is repeated")
  void hasADocument() throws IOException {
    Judge judge = workbench.judge(national().folder(folder));
    byte[] first = judge(judge, "130200", 7, true).document();

    JsonNode document = JSON.readTree(first);
    assertThat(document.get("matter").asText()).isEqualTo("alarm");
    assertThat(document.at("/facts/0/values/hours").asInt()).isEqualTo(7);
    assertThat(document.at("/conclusions/0/value").asText()).isEqualTo("high");
    assertThat(document.at("/parameters/0/verified").asBoolean()).isTrue();
    assertThat(document.get("factsHash").asText())
        .isEqualTo(Hashes.sha256(JSON.writeValueAsBytes(document.get("facts"))));
    String hash = document.get("hash").asText();
    String rest =
        new String(first, StandardCharsets.UTF_8)
            .replace("\"hash\":\"" + hash + "\",\"kind\"", "\"kind\"");
    assertThat(Hashes.sha256(rest.getBytes(StandardCharsets.UTF_8))).isEqualTo(hash);
    for (int i = 0; i < 50; i++) {
      assertThat(judge(judge, "130200", 7, true).document()).isEqualTo(first);
    }
  }

  @Test
  @DisplayName("replays to the same bytes, and never when anything stored was altered")
  void replays() {
    byte[] stored = judge(workbench.judge(national().folder(folder)), null, 7.5, true).document();
    Decider decider = workbench.decider();

    assertThat(decider.replay(stored)).isEqualTo(new ReplayResult(true, List.of()));
    String text = new String(stored, StandardCharsets.UTF_8);
    for (String[] change : new String[][] {{"7.5", "8.5"}, {"high", "low"}, {"alarm", "alarms"}}) {
      byte[] altered = text.replace(change[0], change[1]).getBytes(StandardCharsets.UTF_8);
      assertThat(decider.replay(altered).identical()).isFalse();
    }
  }

  @Test
  @DisplayName("survives a rule that fails, and the loss of a pack that does not come to an end")
  void survivesBadRules() {
    TestPack failing =
        national()
            .without("cases/alarm.yaml")
            .replace(
                "rules/alarm.drl",
                "outcome.find(drools, \"info\"",
                "outcome.find(drools, \"no such\"");
    Judgement failed = judge(workbench.judge(failing.folder(folder)), "130200", 7, true);
    assertThat(failed.findings()).extracting(Finding::code).containsExactly("rule-failed");

    TestPack endless =
        national()
            .without("cases/alarm.yaml")
            .replace("pack.yaml", "id: trial.alarms", "id: trial.endless")
            .with(
                "rules/loop.drl",
                HostilePack.rules(
                    "$f : Fact() => insert(new Exclusion($f, \"x\"));",
                    "Exclusion($g : group) => insert(new Exclusion($g, \"x\"));"));
    Judge judge = workbench.judge(endless.folder(folder));
    assertThat(judge(judge, "130200", 7, true).packs())
        .extracting(PackRef::id)
        .containsExactly("trial.alarms");
  }

  @Test
  @DisplayName("has no verdict, and its rules are given facts and make none")
  void keepsToItsMeans() {
    TestPack verdict =
        national()
            .replace(
                "rules/alarm.drl",
                "outcome.find(drools, \"info\", \"/open\")",
                "outcome.deny(drools)");
    assertThat(workbench.test(verdict.folder(folder)).problems())
        .extracting(PackProblem::code)
        .containsOnly("case-failed");
    TestPack making =
        national()
            .replace(
                "rules/alarm.drl",
                "outcome.find(drools, \"info\", \"/open\")",
                "insert(new Fact(\"x\", null))");
    assertThat(workbench.test(making.folder(folder)).problems())
        .extracting(PackProblem::code)
        .containsExactly("sandbox-call");
  }

  @Test
  @DisplayName("that is not what a case expects is shown with the sentence")
  void failsItsCases() {
    TestPack wrong = national().replace("cases/alarm.yaml", "level: high", "level: low");

    PackProblem problem = workbench.test(wrong.folder(folder)).problems().get(0);
    assertThat(problem.code()).isEqualTo("case-failed");
    assertThat(problem.message().en()).contains("level", "low", "high");
  }

  private static Judgement judge(Judge judge, String division, double hours, boolean open) {
    return judge.judge(new Matter(Kind.ALARM, division, DAY, List.of(silence(hours, open))));
  }

  private static Fact silence(double hours, boolean open) {
    return new Fact("silence", Map.of("barrier", "A01", "hours", hours, "open", open));
  }

  private static TestPack province() {
    return TestPack.empty()
        .with(
            "pack.yaml",
            """
            id: hebei.alarms
            version: 1.0.0
            kind: alarm
            title: {zh: 河北, en: Hebei}
            policy: 河北办法
            region: "130000"
            validFrom: 2020-01-01
            extends: trial.alarms
            owner: {name: 试验, contact: test@qingmen.org}
            """)
        .with(
            "parameters.yaml",
            """
            late.hours:
              - {value: 2, from: 2020-01-01, clause: 河北第一条, source: 河北办法, verified: false}
            """);
  }

  private static TestPack national() {
    return TestPack.empty()
        .with(
            "pack.yaml",
            """
            id: trial.alarms
            version: 1.0.0
            kind: alarm
            title: {zh: 试验, en: Trial}
            policy: 试验办法
            region: "000000"
            validFrom: 2020-01-01
            owner: {name: 试验, contact: test@qingmen.org}
            """)
        .with(
            "parameters.yaml",
            """
            late.hours:
              - {value: 5, from: 2020-01-01, clause: 试验第一条, source: 试验办法, verified: true}
            """)
        .with(
            "rules/alarm.drl",
            """
            package trial.alarms;
            import org.qingmen.spi.facts.*;
            global Outcome outcome;
            global Parameters parameters;

            rule "迟到"
              @code("trial.late") @clause("试验第一条")
              @zh("{0} 迟到 {1} 小时，限 {2} 小时") @en("{0} is {1} hours late, allowed {2}")
            when
              Fact(kind == "silence", text("barrier") != "", $b : text("barrier"),
                   $h : number("hours"), number("hours") > parameters.number("late.hours"))
            then
              outcome.conclude(drools, "level", "high", $b, $h, parameters.number("late.hours"));
            end

            rule "敞开"
              @code("trial.open") @clause("试验第二条") @zh("敞开") @en("open")
            when
              $silence : Fact(kind == "silence", flag("open"))
            then
              outcome.find(drools, "info", "/open");
            end
            """)
        .with(
            "cases/alarm.yaml",
            """
            - case: 迟到六小时为高
              given: {day: 2026-10-01, division: "130200", facts: [{kind: silence, barrier: A01, hours: 6, open: true}]}
              expect: {findings: [{code: trial.open, severity: info, field: /open}], conclusions: {level: high}}
            - case: 迟到五小时不算
              given: {facts: [{kind: silence, barrier: A01, hours: 5}]}
              expect: {findings: [], conclusions: {level: null}}
            - case: 两处迟到各有一个结论
              given: {facts: [{kind: silence, barrier: A01, hours: 6}, {kind: silence, barrier: A02, hours: 7.5}]}
              expect: {conclusions: {level: [high, high]}}
            """);
  }
}
