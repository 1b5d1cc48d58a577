package org.qingmen.shell.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code qingmen:pack-rollback}. */
@Service
@Command(
    scope = "qingmen",
    name = "pack-rollback",
    description = "回退到规则包的前一版本 / Takes a rule pack back to what served before")
public final class PackRollbackCommand extends PackChange {

  @Argument(index = 0, name = "id", description = "规则包编号 / id of the pack", required = true)
  String id;

  @Override
  void run(Words words, PrintStream out) {
    done("rule-pack.rollback", packs(words).rollback(id, actor()), words, out);
  }
}
