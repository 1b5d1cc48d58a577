package org.qingmen.cli.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.qingmen.cli.Verb;
import org.qingmen.engine.OpenPack;
import org.qingmen.engine.Rulebook;
import org.qingmen.engine.RulesWorkbench;
import org.qingmen.office.Printing;
import org.qingmen.spi.pack.PackProblem;

/** {@code rules book}: the printed rulebook of a pack, PDF. */
final class BookAction implements Action {

  @Override
  public int run(Call call, Texts texts) {
    Path pack = call.path();
    List<PackProblem> problems = new ArrayList<>();
    try (RulesWorkbench workbench = Workbenches.open(call, pack)) {
      Optional<OpenPack> opened = workbench.open(pack, problems::add);
      if (opened.isEmpty()) {
        texts.terminal().err().println(texts.say("bad", pack, problems.size()));
        texts.problems(problems);
        return Verb.WRONG;
      }
      try (OpenPack open = opened.get()) {
        String name = open.descriptor().id() + "-" + open.descriptor().version() + ".pdf";
        Path file = Path.of(call.option("--out", name));
        String language = call.option("--lang", texts.terminal().locale().getLanguage());
        Locale locale = language.equals("en") ? Locale.ENGLISH : Locale.CHINESE;
        Files.write(file, Rulebook.print(open, Rulebook.Seal.NONE, Printing.plain(), locale));
        texts.print("booked", file);
        return Verb.OK;
      }
    } catch (IOException e) {
      return texts.wrong("not-written", call.option("--out", "."), e.getMessage());
    }
  }
}
