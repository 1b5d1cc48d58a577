package org.qingmen.shell.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.qingmen.engine.PackStatus;
import org.qingmen.engine.RulePacks;

/** {@code qingmen:pack-list}. */
@Service
@Command(scope = "qingmen", name = "pack-list", description = "规则包及其状态 / Rule packs and states")
public final class PackListCommand extends QingmenCommand {

  @Reference(optional = true)
  RulePacks packs;

  @Override
  void run(Words words, PrintStream out) {
    ShellTable table = new ShellTable();
    for (String column :
        new String[] {"id", "version", "state", "kind", "from", "signed", "problems"}) {
      table.column(words.say("pack.column." + column));
    }
    table.emptyTableText(words.say("pack.none"));
    for (PackStatus pack : need(packs, RulePacks.class, words).list()) {
      boolean read = pack.descriptor() != null;
      table
          .addRow()
          .addContent(
              pack.id(),
              pack.version(),
              words.say(pack.state()),
              read ? words.say(pack.descriptor().kind()) : "",
              read ? pack.descriptor().validFrom() : "",
              pack.unsigned() ? words.say("pack.unsigned") : pack.signedBy(),
              pack.problems().isEmpty() ? "" : pack.problems().size());
    }
    table.print(out);
  }
}
