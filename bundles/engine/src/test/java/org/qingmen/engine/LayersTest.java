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
import org.qingmen.engine.PackContent.ParameterOrigin;
import org.qingmen.engine.PackContent.RuleInfo;
import org.qingmen.engine.internal.decide.PackDecider;
import org.qingmen.engine.internal.life.PackRegistry;
import org.qingmen.engine.internal.life.Registries;
import org.qingmen.model.EmissionStage;
import org.qingmen.model.Verdict;
import org.qingmen.spi.pack.PackProblem;
import org.qingmen.spi.pack.PackState;

@DisplayName("Layers of rule packs:")
class LayersTest {

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

  /** A layer that only gives another minimum. */
  private static TestPack layer(String id, String base, String region, int minimum) {
    return TestPack.gate(id, "1.0.0", minimum)
        .without("rules/gate.drl")
        .replace("pack.yaml", "region: \"000000\"", "region: \"" + region + "\"\nextends: " + base);
  }

  private PackStatus serve(TestPack pack) {
    PackStatus status = registry.install(pack.zip(), "li");
    assertThat(status.problems()).isEmpty();
    return registry.activate(status.id(), status.version(), "wang");
  }

  private Decision decide(EmissionStage stage) {
    return new PackDecider(registry).decide(TestFacts.truck(stage, NOW, List.of()));
  }

  private void nationToPlan() {
    serve(TestPack.gate("trial.nation", "1.0.0", 2));
    serve(layer("trial.common", "trial.nation", "000000", 3).without("cases/gate.yaml"));
    serve(layer("trial.industry", "trial.common", "000000", 4).without("cases/gate.yaml"));
    serve(
        layer("trial.province", "trial.industry", "130000", 5)
            .without("parameters.yaml")
            .without("cases/gate.yaml"));
    serve(layer("trial.city", "trial.province", "130200", 5));
    serve(
        layer("trial.plan", "trial.city", "130200", 6)
            .replace(
                "pack.yaml",
                "validTo: null",
                "validTo: null\nenterprises: [" + "91130200700000001K001P" + "]"));
  }

  @Test
  @DisplayName("nation, common part, industry, province, city and plan of an enterprise are one")
  void sixLayers() {
    nationToPlan();

    Decision decision = decide(EmissionStage.V);

    assertThat(decision.verdict()).isEqualTo(Verdict.DENY);
    assertThat(decide(EmissionStage.VI).verdict()).isEqualTo(Verdict.ALLOW);
    assertThat(new String(decision.document()))
        .containsSubsequence(
            "trial.nation",
            "trial.common",
            "trial.industry",
            "trial.province",
            "trial.city",
            "trial.plan");
    assertThat(new PackDecider(registry).replay(decision.document()).identical()).isTrue();
    assertThat(registry.get("trial.plan", "1.0.0").orElseThrow().bases())
        .extracting(PackRef::id)
        .containsExactly(
            "trial.nation", "trial.common", "trial.industry", "trial.province", "trial.city");
  }

  @Test
  @DisplayName("each parameter tells its layer, its clause and what it replaced")
  void inheritanceIsVisible() {
    nationToPlan();

    PackContent city = registry.content("trial.city", "1.0.0").orElseThrow();

    ParameterOrigin minimum = city.origins().get(0);
    assertThat(minimum.parameter().value().toString()).isEqualTo("5");
    assertThat(minimum.pack().id()).isEqualTo("trial.city");
    assertThat(minimum.replaces())
        .extracting(one -> one.pack().id() + " " + one.parameter().value())
        .containsExactly("trial.industry 4", "trial.common 3", "trial.nation 2");
    assertThat(city.rules())
        .extracting(RuleInfo::pack, RuleInfo::version)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("trial.nation", "1.0.0"));
  }

  @Test
  @DisplayName("a rule of the same name takes the place of the wider one, and says so")
  void rulesAreReplaced() {
    serve(TestPack.gate("trial.nation", "1.0.0", 5));
    serve(
        layer("trial.province", "trial.nation", "130000", 5)
            .with(
                "rules/gate.drl",
                TestPack.rule(
                    "Passage(stageRank < parameters.number(\"minimum\"), $s : stage)",
                    "outcome.warn(drools, $s);"))
            .without("cases/gate.yaml"));

    assertThat(decide(EmissionStage.IV).verdict()).isEqualTo(Verdict.WARN);
    List<RuleInfo> rules = registry.content("trial.province", "1.0.0").orElseThrow().rules();
    assertThat(rules).hasSize(1);
    assertThat(rules.get(0).replaces().id()).isEqualTo("trial.nation");
  }

  @Test
  @DisplayName("what a wider layer gave for another grade and no longer holds is listed as hidden")
  void hiddenParametersAreListed() {
    serve(grading("trial.nation", "000000").without("cases/gate.yaml"));
    PackStatus province =
        registry.install(
            grading("trial.province", "130000")
                .replace("pack.yaml", "kind: grading", "kind: grading\nextends: trial.nation")
                .with(
                    "parameters.yaml",
                    """
                    road.vi-or-nev.share:
                      - {grade: A, operator: ">=", value: 0.9, from: 2020-01-01, clause: 二, source: 省, verified: true}
                    """)
                .zip(),
            "li");

    assertThat(province.problems()).isEmpty();
    PackContent content = registry.content("trial.province", "1.0.0").orElseThrow();
    assertThat(content.hidden())
        .extracting(one -> one.parameter().grade() + " " + one.pack().id())
        .containsExactly("B trial.nation");
  }

  private static TestPack grading(String id, String region) {
    return TestPack.gate(id, "1.0.0", 5)
        .replace("pack.yaml", "kind: gate", "kind: grading\nindustries: [I98]\ngrades: [A, B, C]")
        .replace("pack.yaml", "region: \"000000\"", "region: \"" + region + "\"")
        .without("rules/gate.drl")
        .without("cases/gate.yaml")
        .with(
            "parameters.yaml",
            """
            road.vi-or-nev.share:
              - {grade: A, operator: ">=", value: 0.8, from: 2020-01-01, clause: 一, source: 国, verified: true}
              - {grade: B, operator: ">=", value: 0.5, from: 2020-01-01, clause: 一, source: 国, verified: true}
            """);
  }

  @Test
  @DisplayName("a plan of one enterprise does not touch its neighbours")
  void plansHoldForTheirEnterprise() {
    serve(TestPack.gate("trial.nation", "1.0.0", 4));
    serve(
        layer("trial.plan", "trial.nation", "130200", 6)
            .replace("pack.yaml", "validTo: null", "validTo: null\nenterprises: [another]"));

    assertThat(decide(EmissionStage.V).verdict()).isEqualTo(Verdict.ALLOW);
  }

  @Test
  @DisplayName("a newer base changes nothing until the pack is put into service again")
  void newerBasesWait() {
    serve(TestPack.gate("trial.nation", "1.0.0", 5));
    serve(
        layer("trial.city", "trial.nation", "130200", 5)
            .without("parameters.yaml")
            .without("cases/gate.yaml"));
    Decision before = decide(EmissionStage.V);
    serve(TestPack.gate("trial.nation", "1.1.0", 6));

    assertThat(decide(EmissionStage.V).verdict()).isEqualTo(Verdict.ALLOW);
    assertThat(registry.get("trial.city", "1.0.0").orElseThrow().olderBase()).isTrue();

    PackStatus rebased = registry.activate("trial.city", "1.0.0", "wang");

    assertThat(rebased.olderBase()).isFalse();
    assertThat(rebased.bases()).extracting(PackRef::version).containsExactly("1.1.0");
    assertThat(rebased.history()).extracting(PackEvent::act).contains(PackEvent.Act.REBASED);
    Decision after = decide(EmissionStage.V);
    assertThat(after.verdict()).isEqualTo(Verdict.DENY);
    assertThat(new PackDecider(registry).replay(before.document()).identical()).isTrue();
    assertThat(new PackDecider(registry).replay(after.document()).identical()).isTrue();
    registry.stop();
    registry = Registries.open(data, true);
    assertThat(new PackDecider(registry).replay(before.document()).identical()).isTrue();
    assertThat(decide(EmissionStage.V).verdict()).isEqualTo(Verdict.DENY);
  }

  @Test
  @DisplayName("a newer base on which the cases fail leaves the pack as it was built")
  void badRebaseIsRefused() {
    serve(TestPack.gate("trial.nation", "1.0.0", 5));
    serve(layer("trial.city", "trial.nation", "130200", 5).without("parameters.yaml"));
    serve(TestPack.gate("trial.nation", "1.1.0", 6));

    assertThat(
            org.assertj.core.api.Assertions.catchThrowableOfType(
                    PackException.class, () -> registry.activate("trial.city", "1.0.0", "wang"))
                .code())
        .isEqualTo("base-not-good");
    assertThat(decide(EmissionStage.V).verdict()).isEqualTo(Verdict.ALLOW);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a missing base           | extends: trial.nothing | unknown-base
          itself                   | extends: trial.city    | base-circle
          a pack that extends it   | extends: trial.village | base-circle
          a pack of another kind   | extends: trial.grading | base-kind
          a pack of another region | extends: trial.south   | base-region
          """)
  @DisplayName("refused by name:")
  void wrongBases(String what, String line, String code) {
    serve(TestPack.gate("trial.nation", "1.0.0", 5));
    serve(layer("trial.city", "trial.nation", "130200", 5));
    serve(layer("trial.village", "trial.city", "130200", 5));
    serve(grading("trial.grading", "000000"));
    serve(layer("trial.south", "trial.nation", "440000", 5));

    PackStatus status =
        registry.install(
            layer("trial.city", "x", "130200", 5)
                .replace("pack.yaml", "version: 1.0.0", "version: 2.0.0")
                .replace("pack.yaml", "extends: x", line)
                .zip(),
            "li");

    assertThat(status.state()).isEqualTo(PackState.REFUSED);
    assertThat(status.problems()).extracting(PackProblem::code).contains(code);
  }

  @Test
  @DisplayName("more than eight layers are refused")
  void depthIsLimited() {
    serve(TestPack.gate("trial.l1", "1.0.0", 5));
    for (int i = 2; i <= 8; i++) {
      serve(layer("trial.l" + i, "trial.l" + (i - 1), "130200", 5));
    }

    PackStatus ninth = registry.install(layer("trial.l9", "trial.l8", "130200", 5).zip(), "li");

    assertThat(ninth.problems()).extracting(PackProblem::code).containsExactly("base-depth");
  }
}
