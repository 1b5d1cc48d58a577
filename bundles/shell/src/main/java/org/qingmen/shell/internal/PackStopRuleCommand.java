package org.qingmen.shell.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.qingmen.engine.PackAct;

/** {@code qingmen:pack-stop-rule}. */
@Service
@Command(
    scope = "qingmen",
    name = "pack-stop-rule",
    description = "停止规则包的一条规则 / Stops a rule of a pack")
public final class PackStopRuleCommand extends PackChange {

  @Argument(index = 0, name = "id", description = "规则包编号 / id of the pack", required = true)
  String id;

  @Argument(index = 1, name = "version", description = "版本 / version", required = true)
  String version;

  @Argument(index = 2, name = "rule", description = "规则名称或代码 / name or code", required = true)
  String rule;

  @Option(name = "--reason", description = "原因 / why")
  String reason;

  @Override
  void run(Words words, PrintStream out) {
    PackAct act = new PackAct(actor(), reason);
    done("rule-pack.stop-rule", packs(words).stopRule(id, version, rule, act), words, out);
  }
}
