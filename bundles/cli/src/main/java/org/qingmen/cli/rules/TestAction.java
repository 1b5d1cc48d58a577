package org.qingmen.cli.rules;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qingmen.cli.Verb;
import org.qingmen.engine.CaseExplanation;
import org.qingmen.engine.OpenPack;
import org.qingmen.engine.OpenPack.CaseResult;
import org.qingmen.engine.PackCoverage;
import org.qingmen.engine.RulesWorkbench;
import org.qingmen.spi.pack.PackProblem;

/** {@code rules test}: runs the cases of packs, tells what they cover and why they came out so. */
final class TestAction implements Action {

  @Override
  public int run(Call call, Texts texts) {
    if (call.has("--watch")) {
      return new Watch(call, texts).run();
    }
    JunitReport report = new JunitReport();
    int code = Verb.OK;
    for (Path pack : call.paths()) {
      try (RulesWorkbench workbench = Workbenches.open(call, pack)) {
        code = Math.max(code, test(call, workbench, pack, texts, report));
      }
    }
    if (call.has("--junit")) {
      try {
        report.write(Path.of(call.option("--junit", "")));
      } catch (IOException e) {
        return texts.wrong("not-written", call.option("--junit", ""), e.getMessage());
      }
    }
    return code;
  }

  private static int test(
      Call call, RulesWorkbench workbench, Path pack, Texts texts, JunitReport report) {
    List<PackProblem> problems = new ArrayList<>();
    Optional<OpenPack> opened = workbench.open(pack, problems::add);
    if (opened.isEmpty()) {
      report.broken(pack.toString(), problems, texts);
      return bad(pack, problems, texts);
    }
    try (OpenPack open = opened.get()) {
      List<CaseResult> cases = open.cases();
      report.add(open.descriptor().id(), cases, texts);
      if (call.has("--explain")) {
        explain(open.explain(call.option("--explain", "")), texts);
      }
      cases.forEach(one -> problems.addAll(one.problems()));
      if (!problems.isEmpty()) {
        return bad(pack, problems, texts);
      }
      texts.print("tested", pack, open.rules(), cases.size());
      coverage(open.coverage(), call.has("--coverage"), texts);
      return Verb.OK;
    }
  }

  private static int bad(Path pack, List<PackProblem> problems, Texts texts) {
    texts.terminal().err().println(texts.say("bad", pack, problems.size()));
    texts.problems(problems);
    return Verb.WRONG;
  }

  private static void coverage(PackCoverage coverage, boolean all, Texts texts) {
    texts.print(
        "coverage",
        coverage.rulesCovered(),
        coverage.rules().size(),
        coverage.conditionsCovered(),
        coverage.conditions());
    for (PackCoverage.Rule rule : coverage.rules()) {
      if (rule.cases().isEmpty()) {
        texts.print("rule-uncovered", Texts.place(rule.file(), rule.line()), rule.rule());
      }
      for (PackCoverage.Condition one : rule.conditions()) {
        if (all && !one.covered()) {
          String key = one.held() ? "never-failed" : one.failed() ? "never-held" : "never-asked";
          String place = Texts.place(one.file(), one.line());
          texts.print("condition-uncovered", place, texts.say(key), one.text());
        }
      }
    }
  }

  private static void explain(List<CaseExplanation> all, Texts texts) {
    if (all.isEmpty()) {
      texts.print("no-such-case");
    }
    all.forEach(one -> Explained.print(one, texts));
  }
}
