package org.qingmen.shell.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.qingmen.engine.PackAct;

/** {@code qingmen:pack-resume-rule}. */
@Service
@Command(
    scope = "qingmen",
    name = "pack-resume-rule",
    description = "恢复被停止的规则 / Lets a stopped rule fire again")
public final class PackResumeRuleCommand extends PackChange {

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
    done("rule-pack.resume-rule", packs(words).resumeRule(id, version, rule, act), words, out);
  }
}
