package org.qingmen.cli.rules;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        code = Math.max(code, check(workbench, pack, call, texts));
      }
    }
    return code;
  }

  private static int check(RulesWorkbench workbench, Path pack, Call call, Texts texts) {
    List<PackProblem> problems = new ArrayList<>();
    Optional<OpenPack> opened = workbench.open(pack, problems::add);
    Annotations annotations = new Annotations();
    problems.forEach(one -> annotations.add(one.file(), texts.say(one.message())));
    if (opened.isEmpty()) {
      texts.terminal().err().println(texts.say("bad", pack, problems.size()));
      texts.problems(problems);
      annotate(annotations, pack, call, texts);
      return Verb.WRONG;
    }
    try (OpenPack open = opened.get()) {
      List<PackNotice> notices = open.notices();
      List<PackNotice> shown = notices.stream().filter(PackNotice::open).toList();
      texts.print("checked", pack, open.rules());
      shown.forEach(notice -> show(notice, texts));
      int accepted = notices.size() - shown.size();
      if (call.has("--inheritance")) {
        InheritanceTable.print(open.content(), texts);
      }
      texts.print("notices", shown.size(), accepted);
      shown.forEach(one -> annotations.add(one.file(), told(one, texts)));
      if (annotate(annotations, pack, call, texts) != Verb.OK) {
        return Verb.WRONG;
      }
      return shown.stream().anyMatch(PackNotice::refuses) ? Verb.WRONG : Verb.OK;
    }
  }

  private static String told(PackNotice notice, Texts texts) {
    String example = notice.example() == null ? "" : "\n" + texts.say("example", notice.example());
    return texts.say(notice.message()) + example;
  }

  /** Writes findings into copies of the tables, when that is wished. */
  static int annotate(Annotations annotations, Path pack, Call call, Texts texts) {
    if (!call.has("--annotate")) {
      return Verb.OK;
    }
    Path folder = Path.of(call.option("--annotate", "."));
    try {
      Map<String, Path> written = annotations.write(pack, folder);
      written.forEach((table, copy) -> texts.print("annotated", table, copy));
      if (written.isEmpty()) {
        texts.print("nothing-to-annotate");
      }
      return Verb.OK;
    } catch (IOException e) {
      return texts.wrong("not-annotated", folder, e.getMessage());
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
