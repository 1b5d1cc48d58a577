package org.qingmen.shell.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.qingmen.spi.refusal.Refusal.Fault;
import org.qingmen.supervision.registers.Imports;
import org.qingmen.supervision.registers.Imports.Preview;
import org.qingmen.supervision.registers.Imports.Row;
import org.qingmen.supervision.registers.Imports.State;
import org.qingmen.supervision.registers.RegisterKind;
import org.qingmen.supervision.registers.RegisterKinds;

/** {@code qingmen:import}: a CSV or XLSX file into a register, previewed unless confirmed. */
@Service
@Command(
    scope = "qingmen",
    name = "import",
    description = "批量导入 CSV 或 XLSX / Imports a CSV or XLSX file into a register")
public final class ImportCommand extends QingmenCommand {

  private static final String NATION = "000000";

  @Reference(optional = true)
  Imports imports;

  @Argument(index = 0, name = "register", description = "登记种类 / register", required = true)
  String register;

  @Argument(index = 1, name = "file", description = "文件 / file", required = true)
  String file;

  @Option(name = "--enterprise", description = "企业编码 / discharge-unit code")
  String enterprise;

  @Option(name = "--confirm", description = "写入登记，否则只预览 / store it; without it only previewed")
  boolean confirm;

  /** Whoever is at the console of the server may do everything. */
  private record Console(String actor) implements Imports.Uploader {

    @Override
    public boolean sees(String enterprise, String division) {
      return true;
    }

    @Override
    public boolean covers(String division) {
      return true;
    }

    @Override
    public String division() {
      return NATION;
    }
  }

  @Override
  void run(Words words, PrintStream out) {
    RegisterKind kind =
        RegisterKinds.ofPath(register)
            .orElseThrow(() -> new CommandFailure(words.say("import.unknown-register", register)));
    Imports service = need(imports, Imports.class, words);
    Console who = new Console(actor());
    Path path = Path.of(file);
    try {
      byte[] content = Files.readAllBytes(path);
      String name = path.getFileName().toString();
      Preview preview = service.open(who, kind, enterprise, name, content);
      tell(preview, words, out);
      if (confirm) {
        Preview stored = service.confirm(who, preview.id(), null, false);
        out.println(words.say("import.stored", stored.stored()));
      } else {
        out.println(words.say("import.previewed"));
      }
    } catch (IOException e) {
      throw new CommandFailure(
          words.say("import.unreadable", file, String.valueOf(e.getMessage())));
    }
  }

  private static void tell(Preview preview, Words words, PrintStream out) {
    for (State state : State.values()) {
      String name = words.say("import.state." + state.name().toLowerCase(Locale.ROOT));
      out.println(name + ": " + preview.count(state));
    }
    for (Row row : preview.rows()) {
      row.reasons().forEach(fault -> out.println(line("! ", row, fault, words)));
      row.warnings().forEach(fault -> out.println(line("? ", row, fault, words)));
    }
  }

  private static String line(String mark, Row row, Fault fault, Words words) {
    return mark + row.number() + " " + fault.code() + " " + words.say(fault.message());
  }
}
