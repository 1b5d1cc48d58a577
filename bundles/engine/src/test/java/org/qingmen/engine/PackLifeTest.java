package org.qingmen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.qingmen.engine.internal.decide.PackDecider;
import org.qingmen.engine.internal.life.PackRegistry;
import org.qingmen.engine.internal.life.Registries;
import org.qingmen.model.EmissionStage;
import org.qingmen.model.Verdict;
import org.qingmen.spi.pack.PackProblem;
import org.qingmen.spi.pack.PackState;

@DisplayName("A rule pack")
class PackLifeTest {

  private static final String ID = "trial.gate";
  private static final String NOW = "2026-10-01T08:00:00+08:00";

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

  private void restart() {
    registry.stop();
    registry = Registries.open(data, true);
  }

  private Verdict verdict(EmissionStage stage, String time) {
    return new PackDecider(registry).decide(TestFacts.truck(stage, time, List.of())).verdict();
  }

  private PackStatus serve(TestPack pack) {
    PackStatus status = registry.install(pack.zip(), "li");
    assertThat(status.problems()).isEmpty();
    return registry.activate(status.id(), status.version(), "wang");
  }

  @Test
  @DisplayName("decides nothing until a person puts it into service")
  void servesWhenActivated() {
    PackStatus tested = registry.install(TestPack.gate(ID, "1.0.0", 5).zip(), "li");
    assertThat(tested.state()).isEqualTo(PackState.TESTED);
    assertThat(tested.unsigned()).isTrue();
    assertThat(verdict(EmissionStage.IV, NOW)).isEqualTo(Verdict.ALLOW);

    PackStatus active = registry.activate(ID, "1.0.0", "wang");

    assertThat(active.state()).isEqualTo(PackState.ACTIVE);
    assertThat(active.activatedBy()).isEqualTo("wang");
    assertThat(verdict(EmissionStage.IV, NOW)).isEqualTo(Verdict.DENY);
    assertThat(verdict(EmissionStage.V, NOW)).isEqualTo(Verdict.ALLOW);
  }

  @Test
  @Timeout(120)
  @DisplayName("serves after a restart, however many serve beside it")
  void manyServeAfterARestart() {
    for (int i = 0; i < 12; i++) {
      serve(TestPack.gate("trial.gate" + i, "1.0.0", 5));
    }

    restart();

    assertThat(verdict(EmissionStage.IV, NOW)).isEqualTo(Verdict.DENY);
    assertThat(verdict(EmissionStage.V, NOW)).isEqualTo(Verdict.ALLOW);
  }

  @Test
  @DisplayName("is superseded by a newer version and serves again when that is rolled back")
  void rollsBack() {
    serve(TestPack.gate(ID, "1.0.0", 5));
    serve(TestPack.gate(ID, "1.1.0", 6));
    assertThat(verdict(EmissionStage.V, NOW)).isEqualTo(Verdict.DENY);
    assertThat(registry.get(ID, "1.0.0").orElseThrow().state()).isEqualTo(PackState.SUPERSEDED);

    PackStatus serving = registry.rollback(ID, "wang");

    assertThat(serving.version()).isEqualTo("1.0.0");
    assertThat(verdict(EmissionStage.V, NOW)).isEqualTo(Verdict.ALLOW);
    assertThatThrownBy(() -> registry.rollback(ID, "wang"))
        .isInstanceOfSatisfying(
            PackException.class, e -> assertThat(e.code()).isEqualTo("nothing-to-roll-back"));
  }

  @Test
  @DisplayName("that is bad never replaces a good one, also across a restart, and says why by line")
  void badOnesStayOut() {
    serve(TestPack.gate(ID, "1.0.0", 5));

    PackStatus bad =
        registry.install(
            TestPack.gate(ID, "1.1.0", 5)
                .replace("rules/gate.drl", "stageRank <", "stagRank <")
                .zip(),
            "li");

    assertThat(bad.state()).isEqualTo(PackState.REFUSED);
    assertThatThrownBy(() -> registry.activate(ID, "1.1.0", "wang"))
        .isInstanceOfSatisfying(
            PackException.class, e -> assertThat(e.code()).isEqualTo("not-ready"));
    restart();
    assertThat(verdict(EmissionStage.IV, NOW)).isEqualTo(Verdict.DENY);
    PackProblem problem = registry.get(ID, "1.1.0").orElseThrow().problems().get(0);
    assertThat(problem.file()).isEqualTo("rules/gate.drl");
    assertThat(problem.line()).isPositive();
    assertThat(problem.message().en()).contains("stagRank");
  }

  @Test
  @DisplayName("whose case fails is refused with the case, what was expected and what was found")
  void casesAreRun() {
    PackStatus status =
        registry.install(
            TestPack.gate(ID, "1.0.0", 5)
                .replace("cases/gate.yaml", "verdict: allow", "verdict: warn")
                .zip(),
            "li");

    assertThat(status.state()).isEqualTo(PackState.REFUSED);
    PackProblem problem = status.problems().get(0);
    assertThat(problem.code()).isEqualTo("case-failed");
    assertThat(problem.file()).isEqualTo("cases/gate.yaml");
    assertThat(problem.line()).isEqualTo(4);
    assertThat(problem.message().zh()).contains("达到最低排放阶段的车辆放行", "warn", "allow");
  }

  @Test
  @DisplayName("of a future version serves beside the present one, each for its own time")
  void versionsServeSideBySide() {
    serve(TestPack.gate(ID, "1.0.0", 5));
    serve(
        TestPack.gate(ID, "2.0.0", 6)
            .replace("pack.yaml", "validFrom: 2020-01-01", "validFrom: 2027-01-01"));

    assertThat(verdict(EmissionStage.V, "2026-12-31T23:59:00+08:00")).isEqualTo(Verdict.ALLOW);
    assertThat(verdict(EmissionStage.V, "2027-01-01T00:00:00+08:00")).isEqualTo(Verdict.DENY);
    restart();
    assertThat(verdict(EmissionStage.V, "2026-12-31T23:59:00+08:00")).isEqualTo(Verdict.ALLOW);
    assertThat(verdict(EmissionStage.V, "2027-01-01T00:00:00+08:00")).isEqualTo(Verdict.DENY);
  }

  @Test
  @DisplayName("takes the value of a parameter that holds on the day of the fact")
  void parametersAreDated() {
    serve(
        TestPack.gate(ID, "1.0.0", 5)
            .replace(
                "parameters.yaml",
                "verified: true}",
                "verified: true}\n"
                    + "  - {value: 6, from: 2027-01-01, clause: 第一条, source: 新办法, verified: true}"));

    assertThat(verdict(EmissionStage.V, "2026-12-31T23:59:00+08:00")).isEqualTo(Verdict.ALLOW);
    assertThat(verdict(EmissionStage.V, "2027-01-01T00:00:00+08:00")).isEqualTo(Verdict.DENY);
  }

  @Test
  @DisplayName("holds for its region only, and stands in for the pack it extends")
  void holdsForItsRegion() {
    serve(TestPack.gate(ID, "1.0.0", 5));
    TestPack province =
        TestPack.gate("trial.hebei", "1.0.0", 5)
            .without("rules/gate.drl")
            .replace("pack.yaml", "region: \"000000\"", "region: \"130000\"\nextends: " + ID)
            .replace("parameters.yaml", "value: 5", "value: 6")
            .replace("cases/gate.yaml", "stage: \"5\"", "stage: \"6\"");
    PackStatus hebei = serve(province);

    Decision decision =
        new PackDecider(registry).decide(TestFacts.truck(EmissionStage.V, NOW, List.of()));
    assertThat(decision.verdict()).isEqualTo(Verdict.DENY);
    assertThat(decision.reasons()).hasSize(1);

    registry.retire(hebei.id(), hebei.version(), "wang");
    assertThat(verdict(EmissionStage.V, NOW)).isEqualTo(Verdict.ALLOW);
  }

  @Test
  @DisplayName("is replayed from its archive after it was retired and the server restarted")
  void isReplayedLater() {
    serve(TestPack.gate(ID, "1.0.0", 5));
    byte[] document =
        new PackDecider(registry)
            .decide(TestFacts.truck(EmissionStage.IV, NOW, List.of()))
            .document();
    registry.retire(ID, "1.0.0", "wang");
    restart();

    assertThat(verdict(EmissionStage.IV, NOW)).isEqualTo(Verdict.ALLOW);
    assertThat(new PackDecider(registry).replay(document).identical()).isTrue();
  }

  @Test
  @DisplayName("cannot come back with other content under the same version, nor be lowered")
  void versionsMeanSomething() {
    serve(TestPack.gate(ID, "1.1.0", 5));

    assertThat(registry.install(TestPack.gate(ID, "1.1.0", 6).zip(), "li").problems())
        .extracting(PackProblem::code)
        .containsExactly("duplicate-version");
    assertThat(registry.install(TestPack.gate(ID, "1.0.9", 6).zip(), "li").problems())
        .extracting(PackProblem::code)
        .containsExactly("downgrade");
    assertThat(registry.get(ID, "1.1.0").orElseThrow().state()).isEqualTo(PackState.ACTIVE);
    assertThat(registry.install(TestPack.gate(ID, "1.1.0", 5).zip(), "li").state())
        .isEqualTo(PackState.ACTIVE);
  }

  @Test
  @DisplayName("that never comes to an end is quarantined, and the last good version serves")
  void endlessRulesAreStopped() {
    serve(TestPack.gate(ID, "1.0.0", 5));
    serve(
        TestPack.gate(ID, "1.1.0", 5)
            .without("cases/gate.yaml")
            .with(
                "rules/gate.drl",
                HostilePack.rules(
                    "$p : Passage() => insert(new Exclusion($p, \"x\"));",
                    "Exclusion($g : group) => insert(new Exclusion($g, \"x\"));")));

    assertThat(verdict(EmissionStage.IV, NOW)).isEqualTo(Verdict.DENY);

    PackStatus stopped = registry.get(ID, "1.1.0").orElseThrow();
    assertThat(stopped.state()).isEqualTo(PackState.QUARANTINED);
    assertThat(stopped.problems()).extracting(PackProblem::code).containsExactly("budget");
    assertThat(registry.get(ID, "1.0.0").orElseThrow().state()).isEqualTo(PackState.ACTIVE);
  }

  @Test
  @DisplayName("that fails on one record leaves a finding and does not hold up the gate")
  void failingRulesLeaveAFinding() {
    serve(
        TestPack.gate(ID, "1.0.0", 5)
            .without("cases/gate.yaml")
            .replace("rules/gate.drl", "\"minimum\"", "\"no-\" + \"such\""));

    Decision decision =
        new PackDecider(registry).decide(TestFacts.truck(EmissionStage.IV, NOW, List.of()));

    assertThat(decision.verdict()).isEqualTo(Verdict.ALLOW);
    assertThat(decision.findings()).extracting(f -> f.code()).containsExactly("rule-failed");
    assertThat(new PackDecider(registry).replay(decision.document()).identical()).isTrue();
  }

  @Test
  @DisplayName("whose archive is damaged on disk is set aside, and the last good version serves")
  void damagedArchivesAreSetAside() throws IOException {
    serve(TestPack.gate(ID, "1.0.0", 5));
    PackStatus newer = serve(TestPack.gate(ID, "1.1.0", 6));
    Files.write(data.resolve("packs").resolve(newer.hash() + ".zip"), new byte[] {1, 2, 3});

    restart();

    assertThat(registry.get(ID, "1.1.0").orElseThrow().state()).isEqualTo(PackState.QUARANTINED);
    assertThat(verdict(EmissionStage.IV, NOW)).isEqualTo(Verdict.DENY);
    assertThat(verdict(EmissionStage.V, NOW)).isEqualTo(Verdict.ALLOW);
  }

  @Test
  @DisplayName("can be forgotten as long as it never decided")
  void canBeForgotten() {
    registry.install(TestPack.gate(ID, "1.0.0", 5).zip(), "li");
    registry.forget(ID, "1.0.0", "li");
    assertThat(registry.list()).isEmpty();

    serve(TestPack.gate(ID, "1.1.0", 5));
    registry.retire(ID, "1.1.0", "wang");
    assertThatThrownBy(() -> registry.forget(ID, "1.1.0", "li"))
        .isInstanceOfSatisfying(PackException.class, e -> assertThat(e.code()).isEqualTo("in-use"));
  }

  @Test
  @DisplayName("tells listeners of every change and people what it holds")
  void tells() {
    List<String> told = new java.util.ArrayList<>();
    try (RulePacks.Registration registration = registry.listen(() -> told.add("changed"))) {
      serve(TestPack.gate(ID, "1.0.0", 5));
    }
    registry.retire(ID, "1.0.0", "wang");

    assertThat(told).hasSize(2);
    PackContent content = registry.content(ID, "1.0.0").orElseThrow();
    assertThat(content.rules()).hasSize(1);
    assertThat(content.matrix())
        .filteredOn(row -> row.rule().equals("试验规则"))
        .singleElement()
        .satisfies(row -> assertThat(row.cases()).containsExactly("低于最低排放阶段的车辆不放行"));
  }
}
