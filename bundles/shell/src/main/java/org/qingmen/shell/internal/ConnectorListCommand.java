package org.qingmen.shell.internal;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.qingmen.camelhost.ConnectorState;
import org.qingmen.camelhost.Connectors;

/** {@code qingmen:connector-list}. */
@Service
@Command(
    scope = "qingmen",
    name = "connector-list",
    description = "连接器及其状态 / Connectors and their states")
public final class ConnectorListCommand extends QingmenCommand {

  @Reference(optional = true)
  Connectors connectors;

  @Override
  void run(Words words, PrintStream out) {
    ShellTable table = new ShellTable();
    for (String column :
        new String[] {"id", "kind", "state", "started", "received", "answered", "failed"}) {
      table.column(words.say("connector.column." + column));
    }
    table.emptyTableText(words.say("connector.none"));
    List<ConnectorState> all = need(connectors, Connectors.class, words).list();
    for (ConnectorState one : all) {
      table
          .addRow()
          .addContent(
              one.id(),
              words.say(one.kind()),
              words.say(one.state()),
              one.startedAt() == null ? "" : one.startedAt(),
              one.received(),
              one.answered(),
              one.failed());
    }
    table.print(out);
    all.stream()
        .filter(one -> one.problem() != null)
        .forEach(one -> out.println("  ! " + text(one, words)));
  }

  private static String text(ConnectorState one, Words words) {
    return one.id() + ": " + one.problem().code() + " " + words.say(one.problem().message());
  }
}
