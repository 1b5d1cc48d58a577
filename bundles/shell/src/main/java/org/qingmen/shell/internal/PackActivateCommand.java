package org.qingmen.shell.internal;

import java.io.PrintStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.qingmen.engine.PackAct;

/** {@code qingmen:pack-activate}. */
@Service
@Command(
    scope = "qingmen",
    name = "pack-activate",
    description = "启用规则包的一个版本 / Puts a version of a rule pack into service")
public final class PackActivateCommand extends PackChange {

  @Argument(index = 0, name = "id", description = "规则包编号 / id of the pack", required = true)
  String id;

  @Argument(index = 1, name = "version", description = "版本 / version", required = true)
  String version;

  @Option(name = "--from", description = "从哪一天起，缺省为有效期首日 / first day, else that of its validity")
  String from;

  @Option(name = "--reason", description = "原因 / why")
  String reason;

  @Override
  void run(Words words, PrintStream out) {
    PackAct act = new PackAct(actor(), reason);
    done("rule-pack.activate", packs(words).activate(id, version, day(words), act), words, out);
  }

  private LocalDate day(Words words) {
    try {
      return from == null ? null : LocalDate.parse(from);
    } catch (DateTimeException e) {
      throw new CommandFailure(words.say("pack.no-day", from));
    }
  }
}
