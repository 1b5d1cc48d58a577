package org.qingmen.shell.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.qingmen.engine.PackStatus;
import org.qingmen.impact.Shadows;

/** {@code qingmen:shadow}: begins or ends a shadow run, or shows what it saw. */
@Service
@Command(
    scope = "qingmen",
    name = "shadow",
    description = "规则包版本与现行版本并行试运行 / Runs a version beside the one in service")
public final class ShadowCommand extends CandidateCommand {

  @Reference(optional = true)
  Shadows shadows;

  @Option(name = "--begin", description = "开始 / begins")
  boolean begin;

  @Option(name = "--stop", description = "结束 / ends")
  boolean stop;

  @Override
  void run(Words words, PrintStream out) {
    Shadows service = need(shadows, Shadows.class, words);
    PackStatus pack = begin ? usable(id, version, words) : known(id, version, words);
    String seen;
    if (begin) {
      seen = service.start(pack, actor());
      note("rule-pack.shadow");
    } else if (stop) {
      seen = service.stop(pack, actor());
      note("rule-pack.shadow-stop");
    } else {
      seen =
          service
              .find(pack)
              .orElseThrow(() -> new CommandFailure(words.say("shadow.unknown", id, version)));
    }
    print(read(seen), words, out);
  }

  private void note(String action) {
    audit.append(actor(), action, id + "/" + version, "{}");
  }

  private static void print(JsonNode seen, Words words, PrintStream out) {
    out.println(
        words.say(
            seen.path("running").asBoolean() ? "shadow.running" : "shadow.ended",
            seen.path("since").asText(),
            seen.path("serving").asText("-"),
            seen.path("behind").asLong(),
            seen.path("skipped").asLong()));
    if (seen.hasNonNull("trouble")) {
      out.println("  ! " + seen.path("trouble").asText());
    }
    printResult(seen.path("result"), words, out);
  }
}
