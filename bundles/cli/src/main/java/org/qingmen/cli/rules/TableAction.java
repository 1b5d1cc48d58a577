package org.qingmen.cli.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.qingmen.cli.Verb;
import org.qingmen.engine.RulesWorkbench;
import org.qingmen.engine.RulesWorkbench.TableLine;
import org.qingmen.model.Text;
import org.qingmen.office.DamagedTableException;
import org.qingmen.spi.pack.PackProblem;

/** {@code rules table}: decision tables as CSV files and back, and as the rules they become. */
final class TableAction implements Action {

  @Override
  public int run(Call call, Texts texts) {
    try {
      return switch (call.first()) {
        case "export" -> export(call.rest(), texts);
        case "import" -> read(call.rest(), texts);
        case "show" -> show(call.rest(), texts);
        default -> throw new WrongCall("table-which", call.first());
      };
    } catch (DamagedTableException e) {
      return texts.wrong("table-damaged", new Text(e.zh(), e.en()));
    } catch (IOException e) {
      return texts.wrong("not-written", call.option("--out", "."), e.getMessage());
    }
  }

  private static int export(Call call, Texts texts) throws IOException {
    Path word = call.path();
    List<Path> workbooks = TableFiles.workbooks(word);
    if (workbooks.isEmpty()) {
      return texts.wrong("table-none", word);
    }
    for (Path workbook : workbooks) {
      Path beside = workbook.toAbsolutePath().getParent();
      Path folder = Path.of(call.option("--out", beside.toString()));
      TableFiles.export(workbook, folder).forEach(file -> texts.print("table-exported", file));
    }
    return Verb.OK;
  }

  private static int read(Call call, Texts texts) throws IOException {
    String out = call.option("--out", null);
    if (out == null || !out.endsWith(".xlsx")) {
      throw new WrongCall("table-out");
    }
    byte[] workbook = TableFiles.workbook(call.paths());
    Files.write(Path.of(out), workbook);
    texts.print("table-imported", out);
    return Verb.OK;
  }

  private static int show(Call call, Texts texts) {
    Path pack = call.path();
    List<PackProblem> problems = new ArrayList<>();
    try (RulesWorkbench workbench = new RulesWorkbench()) {
      String cell = "";
      for (TableLine line : workbench.tables(pack, problems::add)) {
        String margin = line.cell().equals(cell) ? "" : line.cell();
        texts.terminal().out().printf("%-34s %s%n", margin, line.text());
        cell = line.cell();
      }
    }
    if (!problems.isEmpty()) {
      texts.terminal().err().println(texts.say("bad", pack, problems.size()));
      texts.problems(problems);
    }
    return problems.isEmpty() ? Verb.OK : Verb.WRONG;
  }
}
