package org.qingmen.shell.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.qingmen.store.Suspicion;
import org.qingmen.store.SuspicionQuery;
import org.qingmen.supervision.suspicion.Suspicions;

/** {@code qingmen:suspicions}. */
@Service
@Command(
    scope = "qingmen",
    name = "suspicions",
    description = "可疑信息 / Suspicious information that enterprises must explain")
public final class SuspicionListCommand extends QingmenCommand {

  @Reference(optional = true)
  Suspicions suspicions;

  @Option(name = "--division", description = "行政区划前缀 / leading digits of the division")
  String division;

  @Option(
      name = "--state",
      description =
          "只列出 open、answered、returned、accepted、rejected 或 overdue / only those in one state")
  String state;

  @Option(name = "--limit", description = "最多条数 / at most so many")
  int limit = 50;

  @Override
  void run(Words words, PrintStream out) {
    int most = Math.max(1, Math.min(1000, limit));
    SuspicionQuery query = new SuspicionQuery(null, division, state, null, null, most);
    ShellTable table =
        words.table("suspicion", "id", "state", "severity", "code", "enterprise", "records", "due");
    for (Suspicion one : need(suspicions, Suspicions.class, words).list(query).items()) {
      table
          .addRow()
          .addContent(
              one.id(),
              one.overdue() ? one.state() + " !" : one.state(),
              one.severity(),
              one.code(),
              one.enterprise(),
              one.records(),
              one.deadline());
    }
    table.print(out);
  }
}
