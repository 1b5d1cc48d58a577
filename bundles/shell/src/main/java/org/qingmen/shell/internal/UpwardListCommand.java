package org.qingmen.shell.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.qingmen.store.Document;
import org.qingmen.store.StoredJson;
import org.qingmen.supervision.upward.UpwardReporting;
import org.qingmen.supervision.upward.UpwardReporting.Status;

/** {@code qingmen:upward}: how reporting to the platforms above is doing. */
@Service
@Command(
    scope = "qingmen",
    name = "upward",
    description = "上报各上级平台的情况 / How reporting to the platforms above is doing")
public final class UpwardListCommand extends QingmenCommand {

  @Reference(optional = true)
  UpwardReporting upward;

  @Override
  void run(Words words, PrintStream out) {
    UpwardReporting service = need(upward, UpwardReporting.class, words);
    ShellTable table =
        words.table("upward", "id", "title", "waiting", "behind", "confirmed", "next", "trouble");
    for (Document target : service.list()) {
      JsonNode body = StoredJson.body(target);
      Status status = service.status(target.id());
      table
          .addRow()
          .addContent(
              target.id(),
              body.path("title").asText(),
              status.waiting(),
              status.behind(),
              status.lastConfirmed() == null ? "" : status.lastConfirmed(),
              status.nextAttempt() == null ? "" : status.nextAttempt(),
              status.trouble() == null ? "" : words.say(status.trouble()));
    }
    table.print(out);
  }
}
