package org.qingmen.shell.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.qingmen.engine.PackEvent;
import org.qingmen.engine.PackStatus;
import org.qingmen.engine.RulePacks;

/** {@code qingmen:pack-history}. */
@Service
@Command(
    scope = "qingmen",
    name = "pack-history",
    description = "规则包版本的经历 / What happened to a version of a rule pack")
public final class PackHistoryCommand extends QingmenCommand {

  @Reference(optional = true)
  RulePacks packs;

  @Argument(index = 0, name = "id", description = "规则包编号 / id of the pack", required = true)
  String id;

  @Argument(index = 1, name = "version", description = "版本 / version", required = true)
  String version;

  @Override
  void run(Words words, PrintStream out) {
    PackStatus pack =
        need(packs, RulePacks.class, words)
            .get(id, version)
            .orElseThrow(() -> new CommandFailure(words.say("pack.unknown", id + " " + version)));
    ShellTable table = new ShellTable();
    for (String column : new String[] {"at", "by", "act", "state", "reason", "detail"}) {
      table.column(words.say("pack.column." + column));
    }
    for (PackEvent event : pack.history()) {
      table
          .addRow()
          .addContent(
              event.at(),
              event.by(),
              words.say("PackEvent." + event.act().name()),
              words.say(event.state()),
              said(event.reason()),
              said(event.detail()));
    }
    table.print(out);
  }

  private static String said(String text) {
    return text == null ? "" : text;
  }
}
