package org.qingmen.shell.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.qingmen.store.Document;
import org.qingmen.store.StoredJson;
import org.qingmen.supervision.control.Episodes;

/** {@code qingmen:episodes}. */
@Service
@Command(scope = "qingmen", name = "episodes", description = "重污染天气预警 / Alert episodes")
public final class EpisodeListCommand extends QingmenCommand {

  private static final int MOST = 1000;

  @Reference(optional = true)
  Episodes episodes;

  @Option(name = "--division", description = "行政区划前缀 / leading digits of the division")
  String division;

  @Override
  void run(Words words, PrintStream out) {
    ShellTable table = words.table("episode", "id", "level", "from", "to", "divisions", "title");
    for (Document one : need(episodes, Episodes.class, words).list(division, null, MOST).items()) {
      JsonNode body = StoredJson.body(one);
      table
          .addRow()
          .addContent(
              one.id(),
              body.path("level").asText(),
              body.path("from").asText(),
              body.path("to").asText(),
              String.join(", ", StoredJson.texts(body, "divisions")),
              body.path("title").asText());
    }
    table.print(out);
  }
}
