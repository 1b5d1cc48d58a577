package org.qingmen.shell.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.qingmen.supervision.control.Deliveries;
import org.qingmen.supervision.control.Deliveries.Delivery;
import org.qingmen.supervision.control.Deliveries.Kind;

/** {@code qingmen:deliveries}: which gate holds which version of the lists. */
@Service
@Command(
    scope = "qingmen",
    name = "deliveries",
    description = "违规名单和管控策略下发到哪一版 / Which versions of the lists the gates hold")
public final class DeliveryListCommand extends QingmenCommand {

  @Reference(optional = true)
  Deliveries deliveries;

  @Option(name = "--behind", description = "只列出落后的门禁 / only gates that lag")
  boolean behind;

  @Override
  void run(Words words, PrintStream out) {
    Deliveries service = need(deliveries, Deliveries.class, words);
    ShellTable table =
        words.table("delivery", "list", "gate", "enterprise", "held", "now", "behind", "asked");
    for (Kind list : Kind.values()) {
      long now = service.version(list);
      service.of(list).stream()
          .filter(one -> !behind || one.behindSince() != null)
          .forEach(one -> add(table, one, now));
    }
    table.print(out);
  }

  private static void add(ShellTable table, Delivery one, long now) {
    table
        .addRow()
        .addContent(
            one.list().code(),
            one.gate(),
            one.enterprise(),
            one.held() < 0 ? "" : one.held(),
            now,
            one.behindSince() == null ? "" : one.behindSince(),
            one.asked() == null ? "" : one.asked());
  }
}
