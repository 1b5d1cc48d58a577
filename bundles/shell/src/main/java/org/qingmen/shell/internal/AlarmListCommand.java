package org.qingmen.shell.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.qingmen.model.Text;
import org.qingmen.store.Document;
import org.qingmen.store.StoredJson;
import org.qingmen.supervision.alarms.AlarmQuery;
import org.qingmen.supervision.alarms.Alarms;

/** {@code qingmen:alarms}. */
@Service
@Command(
    scope = "qingmen",
    name = "alarms",
    description = "没有关闭的违规报警 / Violation alarms that are not closed")
public final class AlarmListCommand extends QingmenCommand {

  private static final List<String> LIVE = List.of("open", "acknowledged", "assigned", "escalated");

  @Reference(optional = true)
  Alarms alarms;

  @Option(name = "--division", description = "行政区划前缀 / leading digits of the division")
  String division;

  @Option(name = "--limit", description = "最多条数 / at most so many")
  int limit = 50;

  @Override
  void run(Words words, PrintStream out) {
    ShellTable table =
        words.table("alarm", "id", "severity", "state", "count", "last", "enterprise", "text");
    int most = Math.max(1, Math.min(1000, limit));
    AlarmQuery query =
        new AlarmQuery(null, division, null, LIVE, List.of(), null, null, null, null, null, most);
    for (Document alarm : need(alarms, Alarms.class, words).list(query).items()) {
      JsonNode body = StoredJson.body(alarm);
      table
          .addRow()
          .addContent(
              alarm.id(),
              body.path("severity").asText(),
              body.path("state").asText(),
              body.path("count").asLong(),
              body.path("last").asText(),
              alarm.enterprise() == null ? "" : alarm.enterprise(),
              words.say(
                  new Text(body.at("/message/zh").asText(), body.at("/message/en").asText())));
    }
    table.print(out);
  }
}
