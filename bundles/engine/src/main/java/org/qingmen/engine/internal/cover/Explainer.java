package org.qingmen.engine.internal.cover;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.qingmen.engine.CaseExplanation;
import org.qingmen.engine.PackContent.RuleInfo;
import org.qingmen.engine.internal.analyse.Interpreter;
import org.qingmen.engine.internal.analyse.PackModel;
import org.qingmen.engine.internal.analyse.RuleModel;
import org.qingmen.engine.internal.cases.CaseRunner;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.life.Contents;
import org.qingmen.engine.internal.pack.CaseText;
import org.qingmen.engine.internal.pack.Problems;

/** Explains cases of a pack. */
public final class Explainer {

  private Explainer() {}

  /**
   * Explains a case.
   *
   * @throws org.qingmen.engine.internal.analyse.NotReadable when the model does not understand a
   *     rule of the pack
   */
  public static CaseExplanation explain(CompiledPack pack, CaseText text) {
    List<RuleModel> models = PackModel.of(pack).rules();
    WhySilent why = new WhySilent();
    CompiledPack watched = pack.runBy(new Interpreter(models, why), pack.parameters().all());
    CaseRunner runner = CaseRunner.one(watched, text, new Problems());
    CaseRunner.Ran ran = runner.ran().get(0);
    List<CaseExplanation.Silent> silent = new ArrayList<>();
    List<RuleInfo> fired = new ArrayList<>();
    for (RuleModel model : models) {
      why.of(model)
          .ifPresentOrElse(
              silent::add, () -> fired.add(Contents.rule(pack.lineage(), model.meta())));
    }
    Set<String> read =
        pack.parameters().all().stream()
            .map(one -> one.name())
            .filter(name -> !runner.casesOf(name).isEmpty())
            .collect(Collectors.toSet());
    return new CaseExplanation(
        text.sentence(),
        text.file(),
        text.line(),
        ran.passed(),
        text.given().toString(),
        new String(ran.document(), java.nio.charset.StandardCharsets.UTF_8),
        fired,
        silent,
        pack.parameters().all().stream()
            .filter(one -> read.contains(one.name()) && Days.holds(one, text))
            .toList());
  }
}
