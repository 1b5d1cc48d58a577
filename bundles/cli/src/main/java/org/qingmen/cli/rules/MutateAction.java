package org.qingmen.cli.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qingmen.cli.Verb;
import org.qingmen.engine.OpenPack;
import org.qingmen.engine.OpenPack.CaseResult;
import org.qingmen.engine.OpenPack.Mutation;
import org.qingmen.engine.OpenPack.Survivor;
import org.qingmen.engine.PackException;
import org.qingmen.engine.RulesWorkbench;
import org.qingmen.spi.pack.PackProblem;

/** {@code rules mutate}: would the cases notice a wrong threshold or operator? */
final class MutateAction implements Action {

  @Override
  public int run(Call call, Texts texts) {
    int code = Verb.OK;
    for (Path pack : call.paths()) {
      try (RulesWorkbench workbench = Workbenches.remembering(call, pack)) {
        code = Math.max(code, mutate(workbench, pack, call, texts));
      } catch (PackException e) {
        texts.terminal().err().println(pack + ": " + texts.say(e.text()));
        code = Verb.WRONG;
      }
    }
    return code;
  }

  private static int mutate(RulesWorkbench workbench, Path pack, Call call, Texts texts) {
    List<PackProblem> problems = new ArrayList<>();
    Optional<OpenPack> opened = workbench.openWithExtending(pack, problems::add);
    if (opened.isPresent()) {
      opened.get().cases().stream().map(CaseResult::problems).forEach(problems::addAll);
    }
    if (!problems.isEmpty()) {
      opened.ifPresent(OpenPack::close);
      texts.terminal().err().println(texts.say("bad", pack, problems.size()));
      texts.problems(problems);
      return Verb.WRONG;
    }
    try (OpenPack open = opened.get()) {
      Mutation result = open.mutate();
      int noticed = result.changes() - result.survivors().size() - result.accepted();
      texts.print("mutated", pack, result.changes(), noticed, result.accepted());
      result.survivors().forEach(one -> show(one, texts));
      Annotations annotations = new Annotations();
      result
          .survivors()
          .forEach(
              one -> annotations.add(one.file(), texts.say("survivor", one.before(), one.after())));
      if (CheckAction.annotate(annotations, pack, call, texts) != Verb.OK) {
        return Verb.WRONG;
      }
      return result.survivors().isEmpty() ? Verb.OK : Verb.WRONG;
    }
  }

  private static void show(Survivor one, Texts texts) {
    var err = texts.terminal().err();
    err.println("  " + Texts.place(one.file(), one.line()) + "  " + one.of());
    err.println("    " + texts.say("survivor", one.before(), one.after()));
    err.println(
        "    " + texts.say("survivor-" + one.kind(), one.clause(), one.before(), one.after()));
  }
}
