package org.qingmen.shell.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.qingmen.engine.PackAct;

/** {@code qingmen:pack-rollback}. */
@Service
@Command(
    scope = "qingmen",
    name = "pack-rollback",
    description = "回退到规则包的前一版本 / Takes a rule pack back to what served before")
public final class PackRollbackCommand extends PackChange {

  @Argument(index = 0, name = "id", description = "规则包编号 / id of the pack", required = true)
  String id;

  @Option(name = "--to", description = "回退到这个版本 / the version to go back to")
  String to;

  @Option(name = "--reason", description = "原因 / why")
  String reason;

  @Override
  void run(Words words, PrintStream out) {
    PackAct act = new PackAct(actor(), reason);
    done("rule-pack.rollback", packs(words).rollback(id, to, act), words, out);
  }
}
