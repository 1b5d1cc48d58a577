package org.qingmen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.qingmen.engine.internal.decide.PackDecider;
import org.qingmen.engine.internal.life.PackRegistry;
import org.qingmen.engine.internal.life.Registries;
import org.qingmen.model.EmissionStage;
import org.qingmen.model.Verdict;
import org.qingmen.spi.facts.PassageFacts;
import org.qingmen.spi.pack.PackProblem;
import org.qingmen.spi.pack.PackState;

@DisplayName("A rule that compiles and then does harm is stopped, its pack set aside, when it")
class HostileAtRunTest {

  private static final String ID = "trial.gate";
  private static final String OTHER = "other.gate";
  private static final String NOW = "2026-10-01T08:00:00+08:00";
  private static final String SEED = "$p : Passage() => insert(new Exclusion($p, \"x\"));";
  private static final String SLOW = "outcome.find(drools, \"info\", \"/x\");".repeat(60);

  @TempDir private Path data;
  private PackRegistry registry;

  static Stream<Arguments> attacks() {
    return Stream.of(
        attack(
            "makes facts that make facts",
            "budget",
            SEED,
            "Exclusion($g : group) => insert(new Exclusion($g, \"x\"));"),
        attack(
            "makes facts in turn with another rule",
            "budget",
            SEED,
            "Exclusion(area == \"x\", $g : group) => insert(new Exclusion($g, \"y\"));",
            "Exclusion(area == \"y\", $g : group) => insert(new Exclusion($g, \"x\"));"),
        attack(
            "makes facts of facts it made",
            "budget",
            SEED,
            "$e : Exclusion() => insert(new Exclusion($e, \"x\"));"),
        attack(
            "makes many facts at once, again and again",
            "budget",
            SEED,
            "Exclusion($g : group) => " + "insert(new Exclusion($g, \"x\"));".repeat(8)),
        attack(
            "joins what it is given",
            "budget-joins",
            "Control() Control() Control() Control() Control() => outcome.warn(drools);"),
        attack(
            "joins by a field that is always the same",
            "budget-joins",
            "Control($s : alert) Control(alert == $s) Control(alert == $s) Control(alert == $s)"
                + " => outcome.warn(drools);"),
        attack(
            "joins what it makes",
            "budget-joins",
            SEED,
            "Exclusion($g : group) => insert(new Exclusion($g, \"x\"));",
            "Exclusion() Exclusion() Exclusion() => outcome.warn(drools);"),
        attack(
            "counts combinations",
            "budget-joins",
            "accumulate(Control() and Control() and Control() and Control(); $n : count())"
                + " => outcome.warn(drools, $n);"),
        attack(
            "asks that a combination be missing",
            "budget-joins",
            "not(Control() and Control() and Control() and Control(alert == \"none\"))"
                + " => outcome.warn(drools);"),
        attack("says too much", "budget-said", "Control() Control() => " + SLOW),
        attack(
            "grinds through a long text",
            "budget-time",
            "$p : Passage() Control() Control() => "
                + "if (Lists.has(\"%s\", $p.getPlate())) outcome.warn(drools);"
                    .formatted(",".repeat(999))
                    .repeat(70)));
  }

  @BeforeEach
  void theGoodOnesServe() {
    registry = Registries.open(data, true);
    serve(TestPack.gate(ID, "1.0.0", 5));
    serve(TestPack.gate(OTHER, "1.0.0", 5).replace("rules/gate.drl", "trial.gate", "other.gate"));
  }

  @AfterEach
  void stop() {
    registry.stop();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void isStopped(String attack, String code, String rules) {
    serve(TestPack.gate(ID, "1.1.0", 5).without("cases/gate.yaml").with("rules/gate.drl", rules));

    Decision decision = new PackDecider(registry).decide(facts());

    assertThat(decision.verdict()).isEqualTo(Verdict.DENY);
    PackStatus stopped = registry.get(ID, "1.1.0").orElseThrow();
    assertThat(stopped.state()).isEqualTo(PackState.QUARANTINED);
    assertThat(stopped.problems()).extracting(PackProblem::code).containsExactly(code);
    assertThat(registry.get(ID, "1.0.0").orElseThrow().state()).isEqualTo(PackState.ACTIVE);
    assertThat(registry.get(OTHER, "1.0.0").orElseThrow().state()).isEqualTo(PackState.ACTIVE);
  }

  private static Arguments attack(String name, String code, String... rules) {
    return Arguments.of(name, code, HostilePack.rules(rules));
  }

  private void serve(TestPack pack) {
    PackStatus status = registry.install(pack.zip(), "li");
    assertThat(status.problems()).isEmpty();
    registry.activate(status.id(), status.version(), "wang");
  }

  private static PassageFacts facts() {

    return TestFacts.truck(
        EmissionStage.IV, NOW, Stream.generate(() -> TestFacts.orange(5)).limit(60).toList());
  }
}
