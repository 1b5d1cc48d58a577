package org.qingmen.cli.rules;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.qingmen.cli.Verb;
import org.qingmen.engine.PackContent.MatrixRow;
import org.qingmen.engine.RulesWorkbench;
import org.qingmen.engine.RulesWorkbench.Report;

/**
 * {@code rules matrix}: clause to rule to case; {@code --unverified} lists what nobody confirmed.
 */
final class MatrixAction implements Action {

  @Override
  public int run(Call call, Texts texts) {
    if (call.has("--unverified") && !call.has("--html") && !call.has("--csv")) {
      return new UnverifiedList(texts).run(call);
    }
    int code = Verb.OK;
    MatrixFile files = new MatrixFile(texts);
    for (Path pack : call.paths()) {
      try (RulesWorkbench workbench = Workbenches.open(call, pack)) {
        Report report = workbench.test(pack);
        if (report.good()) {
          print(report, call.has("--unverified"), texts);
          files.add(report.content());
        } else {
          texts.terminal().err().println(texts.say("bad", pack, report.problems().size()));
          texts.problems(report.problems());
          code = Verb.WRONG;
        }
      }
    }
    try {
      if (call.has("--html")) {
        files.writeHtml(Path.of(call.option("--html", "")));
      }
      if (call.has("--csv")) {
        files.writeCsv(Path.of(call.option("--csv", "")));
      }
    } catch (IOException e) {
      return texts.wrong("not-written", "--html/--csv", e.getMessage());
    }
    return code;
  }

  private static void print(Report report, boolean unverifiedOnly, Texts texts) {
    PrintStream out = texts.terminal().out();
    List<MatrixRow> rows =
        report.content().matrix().stream()
            .filter(row -> !unverifiedOnly || !row.verified())
            .toList();
    String clause = "";
    for (MatrixRow row : rows) {
      if (!row.clause().equals(clause)) {
        clause = row.clause();
        out.println(clause);
      }
      String mark = row.verified() ? "" : "  [" + texts.say("unverified") + "]";
      out.println("  " + row.rule() + "  (" + row.code() + ")" + mark);
      row.cases().forEach(sentence -> out.println("    - " + sentence));
      if (row.cases().isEmpty() && !unverifiedOnly) {
        out.println("    - " + texts.say("no-case"));
      }
    }
    long covered = rows.stream().filter(row -> !row.cases().isEmpty()).count();
    texts.print("matrix-total", report.descriptor().id(), rows.size(), covered);
  }
}
