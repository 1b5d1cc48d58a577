package org.qingmen.shell.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.qingmen.engine.PackAct;

/** {@code qingmen:pack-retire}. */
@Service
@Command(
    scope = "qingmen",
    name = "pack-retire",
    description = "停用规则包的一个版本 / Takes a version of a rule pack out of service")
public final class PackRetireCommand extends PackChange {

  @Argument(index = 0, name = "id", description = "规则包编号 / id of the pack", required = true)
  String id;

  @Argument(index = 1, name = "version", description = "版本 / version", required = true)
  String version;

  @Option(name = "--reason", description = "原因 / why")
  String reason;

  @Override
  void run(Words words, PrintStream out) {
    PackAct act = new PackAct(actor(), reason);
    done("rule-pack.retire", packs(words).retire(id, version, act), words, out);
  }
}
