package org.qingmen.cli.rules;

import java.nio.file.Path;
import org.qingmen.cli.Verb;
import org.qingmen.engine.RulesWorkbench;
import org.qingmen.engine.RulesWorkbench.Report;

/** {@code rules check} and {@code rules test}: is a pack good, with or without its cases. */
final class TestAction implements Action {

  private final boolean cases;

  TestAction(boolean cases) {
    this.cases = cases;
  }

  @Override
  public int run(Call call, Texts texts) {
    int code = Verb.OK;
    for (Path pack : call.paths()) {
      try (RulesWorkbench workbench = Workbenches.open(call, pack)) {
        Report report = cases ? workbench.test(pack) : workbench.check(pack);
        if (report.good()) {
          good(pack, report, texts);
        } else {
          texts.terminal().err().println(texts.say("bad", pack, report.problems().size()));
          texts.problems(report.problems());
          code = Verb.WRONG;
        }
      }
    }
    return code;
  }

  private void good(Path pack, Report report, Texts texts) {
    int rules = report.content().rules().size();
    if (cases) {
      texts.print("tested", pack, rules, report.cases());
    } else {
      texts.print("checked", pack, rules);
    }
  }
}
