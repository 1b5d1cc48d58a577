package org.qingmen.cli.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.qingmen.cli.Verb;
import org.qingmen.engine.RulesWorkbench;
import org.qingmen.engine.RulesWorkbench.Report;

/** {@code rules pack}: one zip of a good pack, the same bytes for the same files. */
final class PackAction implements Action {

  @Override
  public int run(Call call, Texts texts) {
    Path pack = call.path();
    try (RulesWorkbench workbench = Workbenches.open(call, pack)) {
      Report report = workbench.test(pack);
      if (!report.good()) {
        texts.terminal().err().println(texts.say("bad", pack, report.problems().size()));
        texts.problems(report.problems());
        return Verb.WRONG;
      }
      String name = report.descriptor().id() + "-" + report.descriptor().version() + ".zip";
      Path zip = Path.of(call.option("--out", name));
      Files.write(zip, workbench.zip(pack));
      texts.print("packed", zip, report.hash());
      return Verb.OK;
    } catch (IOException e) {
      return texts.wrong("not-written", pack, e.getMessage());
    }
  }
}
