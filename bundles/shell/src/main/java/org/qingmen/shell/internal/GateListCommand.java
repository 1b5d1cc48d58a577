package org.qingmen.shell.internal;

import java.io.PrintStream;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.qingmen.supervision.alarms.Gates;
import org.qingmen.supervision.alarms.Gates.Gate;

/** {@code qingmen:gates}. */
@Service
@Command(scope = "qingmen", name = "gates", description = "门禁的在线情况 / Which gates are online")
public final class GateListCommand extends QingmenCommand {

  @Reference(optional = true)
  Gates gates;

  @Option(name = "--division", description = "行政区划前缀 / leading digits of the division")
  String division;

  @Option(
      name = "--state",
      description = "只列出 online、offline、silent 或 never / only those of one state")
  String state;

  @Override
  void run(Words words, PrintStream out) {
    ShellTable table =
        words.table(
            "gate", "enterprise", "barrier", "state", "heartbeat", "passage", "transmission");
    need(gates, Gates.class, words).list(null, division).stream()
        .filter(gate -> state == null || state.equals(gate.state()))
        .forEach(gate -> add(table, gate));
    table.print(out);
  }

  private static void add(ShellTable table, Gate gate) {
    boolean known = gate.latest() != null;
    table
        .addRow()
        .addContent(
            gate.enterprise(),
            gate.barrier(),
            gate.state(),
            known && gate.latest().lastHeartbeat() != null ? gate.latest().lastHeartbeat() : "",
            known && gate.latest().lastPassage() != null ? gate.latest().lastPassage() : "",
            gate.transmission() == null
                ? ""
                : String.format(Locale.ROOT, "%.1f%%", gate.transmission() * 100));
  }
}
