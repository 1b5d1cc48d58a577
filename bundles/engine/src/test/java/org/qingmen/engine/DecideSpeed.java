package org.qingmen.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.qingmen.model.EmissionStage;
import org.qingmen.spi.facts.PassageFacts;

/** Measures one decision with its stored explanation at 400 rules; run by hand. */
final class DecideSpeed {

  private static final int RULES = 400;
  private static final int ROUNDS = 200_000;

  private DecideSpeed() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("speed");
    StringBuilder drl = new StringBuilder("package trial.gate;\nimport org.qingmen.spi.facts.*;\n");
    drl.append("global Outcome outcome;\nglobal Parameters parameters;\n");
    for (int i = 0; i < RULES; i++) {
      drl.append(
          """
          rule "规则%1$d"
            @code("speed.r%1$d") @clause("第%1$d条") @zh("车辆 {0} 第%1$d条") @en("vehicle {0} clause %1$d")
          when
            $p : Passage(stageRank < %2$d, fuel == "%3$s", tonnes > %4$d, $n : plate)
          then
            outcome.warn(drools, $n);
          end
          """
              .formatted(i, i % 7, i % 3 == 0 ? "diesel" : "natural-gas", i % 40));
    }
    TestPack pack =
        TestPack.gate("trial.gate", "1.0.0", 5)
            .with("rules/gate.drl", drl.toString())
            .without("cases/gate.yaml");
    Path rules = Path.of("../../rules");
    try (RulesWorkbench workbench = new RulesWorkbench().withLibrary(rules)) {
      Decider decider =
          arguments.length > 0
              ? workbench.decider(rules.resolve("cn.gate"), rules.resolve("cn.verification"))
              : workbench.decider(pack.folder(folder));
      PassageFacts facts = TestFacts.truck(EmissionStage.V, "2026-10-01T08:00:00+08:00");
      Decision decision = decider.decide(facts);
      System.out.println(
          decision.reasons().size() + " reasons, " + decision.document().length + " bytes");
      for (int round = 0; round < 4; round++) {
        measure(decider, facts);
      }
    }
  }

  private static void measure(Decider decider, PassageFacts facts) {
    long[] nanos = new long[ROUNDS / 4];
    for (int i = 0; i < nanos.length; i++) {
      long begin = System.nanoTime();
      decider.decide(facts);
      nanos[i] = System.nanoTime() - begin;
    }
    Arrays.sort(nanos);
    System.out.printf(
        "mean %.1f us, p50 %.1f, p99 %.1f, max %.1f%n",
        Arrays.stream(nanos).average().orElse(0) / 1e3,
        nanos[nanos.length / 2] / 1e3,
        nanos[nanos.length * 99 / 100] / 1e3,
        nanos[nanos.length - 1] / 1e3);
  }
}
