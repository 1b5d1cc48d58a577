package org.qingmen.engine.internal.cover;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.qingmen.engine.PackCoverage;
import org.qingmen.engine.internal.analyse.Interpreter;
import org.qingmen.engine.internal.analyse.NotReadable;
import org.qingmen.engine.internal.analyse.PackModel;
import org.qingmen.engine.internal.analyse.RuleModel;
import org.qingmen.engine.internal.cases.CaseRunner;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.pack.Problems;
import org.qingmen.engine.internal.pack.RuleMeta;

/** Coverage of rules and of conditions by the cases of a pack. */
public final class Coverage {

  private Coverage() {}

  /**
   * Coverage of a pack.
   *
   * @param casesOf sentences of the cases in which a rule fired, as its compiled form showed
   */
  public static PackCoverage of(CompiledPack pack, Function<String, List<String>> casesOf) {
    List<RuleModel> models = models(pack);
    Seen seen = new Seen();
    if (!models.isEmpty()) {
      Interpreter model = new Interpreter(models, seen);
      CaseRunner.run(pack.runBy(model, pack.parameters().all()), new Problems());
    }
    List<PackCoverage.Rule> rules = new ArrayList<>();
    for (RuleMeta rule : pack.rulesInOrder()) {
      List<PackCoverage.Condition> conditions =
          models.stream()
              .filter(one -> one.meta().key().equals(rule.key()))
              .findFirst()
              .map(seen::conditions)
              .orElse(List.of());
      rules.add(
          new PackCoverage.Rule(
              rule.name(),
              rule.code(),
              rule.pack(),
              rule.file(),
              rule.line(),
              casesOf.apply(rule.name()),
              conditions));
    }
    return new PackCoverage(
        pack.ref().id(), pack.ref().version(), pack.pack().cases().size(), rules);
  }

  private static List<RuleModel> models(CompiledPack pack) {
    try {
      return PackModel.of(pack).rules();
    } catch (NotReadable e) {
      // The compiled rules decide all the same; their conditions cannot be told apart.
      return List.of();
    }
  }
}
