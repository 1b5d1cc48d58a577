package org.qingmen.cli.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qingmen.cli.Verb;
import org.qingmen.engine.OpenPack;
import org.qingmen.engine.PackNotice;
import org.qingmen.engine.RulesWorkbench;
import org.qingmen.spi.pack.PackProblem;

/** {@code rules check}: is a pack well made; its cases need not pass yet. */
final class CheckAction implements Action {

  @Override
  public int run(Call call, Texts texts) {
    int code = Verb.OK;
    for (Path pack : call.paths()) {
      try (RulesWorkbench workbench = Workbenches.open(call, pack)) {
        code = Math.max(code, check(workbench, pack, call.has("--inheritance"), texts));
      }
    }
    return code;
  }

  private static int check(RulesWorkbench workbench, Path pack, boolean inheritance, Texts texts) {
    List<PackProblem> problems = new ArrayList<>();
    Optional<OpenPack> opened = workbench.open(pack, problems::add);
    if (opened.isEmpty()) {
      texts.terminal().err().println(texts.say("bad", pack, problems.size()));
      texts.problems(problems);
      return Verb.WRONG;
    }
    try (OpenPack open = opened.get()) {
      List<PackNotice> notices = open.notices();
      List<PackNotice> shown = notices.stream().filter(PackNotice::open).toList();
      texts.print("checked", pack, open.rules());
      shown.forEach(notice -> show(notice, texts));
      int accepted = notices.size() - shown.size();
      if (inheritance) {
        InheritanceTable.print(open.content(), texts);
      }
      texts.print("notices", shown.size(), accepted);
      return shown.stream().anyMatch(PackNotice::refuses) ? Verb.WRONG : Verb.OK;
    }
  }

  private static void show(PackNotice notice, Texts texts) {
    String place = Texts.place(notice.file(), notice.line());
    texts.terminal().out().println("  " + place + "  [" + notice.code() + "]");
    texts.terminal().out().println("    " + texts.say(notice.message()));
    if (notice.example() != null) {
      texts.terminal().out().println("    " + texts.say("example", notice.example()));
    }
  }
}
