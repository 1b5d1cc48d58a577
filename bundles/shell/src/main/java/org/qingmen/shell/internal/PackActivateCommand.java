package org.qingmen.shell.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

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

  @Override
  void run(Words words, PrintStream out) {
    done("rule-pack.activate", packs(words).activate(id, version, actor()), words, out);
  }
}
