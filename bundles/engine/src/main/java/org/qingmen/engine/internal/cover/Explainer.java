package org.qingmen.engine.internal.cover;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
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
   * What a run showed.
   *
   * @param fired rules that fired, in their order
   * @param silent rules that did not, each with the first part that found no match
   */
  public record Shown(List<RuleInfo> fired, List<CaseExplanation.Silent> silent) {}

  /**
   * Explains a case.
   *
   * @throws org.qingmen.engine.internal.analyse.NotReadable when the model does not understand a
   *     rule of the pack
   */
  public static CaseExplanation explain(CompiledPack pack, CaseText text) {
    AtomicReference<CaseRunner> ran = new AtomicReference<>();
    Shown shown = watch(pack, watched -> ran.set(CaseRunner.one(watched, text, new Problems())));
    CaseRunner.Ran one = ran.get().ran().get(0);
    return new CaseExplanation(
        text.sentence(),
        text.file(),
        text.line(),
        one.passed(),
        text.given().toString(),
        new String(one.document(), StandardCharsets.UTF_8),
        shown.fired(),
        shown.silent(),
        pack.parameters().all().stream()
            .filter(parameter -> !ran.get().casesOf(parameter.name()).isEmpty())
            .filter(parameter -> Days.holds(parameter, text))
            .toList());
  }

  /**
   * Watches a run of the pack's model.
   *
   * @param run decides by the pack it is given, once
   * @throws org.qingmen.engine.internal.analyse.NotReadable when the model does not understand a
   *     rule of the pack
   */
  public static Shown watch(CompiledPack pack, Consumer<CompiledPack> run) {
    List<RuleModel> models = PackModel.of(pack).rules();
    WhySilent why = new WhySilent();
    run.accept(pack.runBy(new Interpreter(models, why), pack.parameters().all()));
    List<CaseExplanation.Silent> silent = new ArrayList<>();
    List<RuleInfo> fired = new ArrayList<>();
    for (RuleModel model : models) {
      why.of(model)
          .ifPresentOrElse(
              silent::add, () -> fired.add(Contents.rule(pack.lineage(), model.meta())));
    }
    return new Shown(fired, silent);
  }
}
