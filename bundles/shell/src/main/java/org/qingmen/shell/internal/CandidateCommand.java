package org.qingmen.shell.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.support.table.ShellTable;
import org.qingmen.engine.PackRef;
import org.qingmen.engine.PackStatus;
import org.qingmen.spi.pack.PackState;

/** What commands that judge a version before it serves have in common. */
abstract class CandidateCommand extends PackChange {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Argument(index = 0, name = "id", description = "规则包编号 / id of the pack", required = true)
  String id;

  @Argument(index = 1, name = "version", description = "版本 / version", required = true)
  String version;

  /** A version, whatever its state. */
  PackStatus known(String wanted, String number, Words words) {
    return packs(words)
        .get(wanted, number)
        .orElseThrow(() -> new CommandFailure(words.say("pack.unknown", wanted + " " + number)));
  }

  /** A version that passed its checks. */
  PackStatus usable(String wanted, String number, Words words) {
    PackStatus pack = known(wanted, number, words);
    if (pack.state() == PackState.REFUSED || pack.state() == PackState.DRAFT) {
      throw new CommandFailure(words.say("pack.unusable", wanted, number, words.say(pack.state())));
    }
    return pack;
  }

  static PackRef ref(PackStatus pack) {
    return new PackRef(pack.id(), pack.version(), pack.hash());
  }

  static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a service answered no JSON", e);
    }
  }

  /** Who and what a candidate would hit. */
  static void printResult(JsonNode result, Words words, PrintStream out) {
    out.println(
        words.say(
            "impact.sum",
            result.path("records").asLong() + result.path("grades").asLong(),
            result.path("flips").asLong() + result.path("gradeFlips").asLong(),
            result.path("differing").asLong(),
            String.format("%.3f", 100 * result.path("share").asDouble())));
    ShellTable table = new ShellTable();
    for (String column : new String[] {"object", "before", "after", "count", "examples"}) {
      table.column(words.say("impact.column." + column));
    }
    table.emptyTableText(words.say("impact.none"));
    result.path("verdicts").forEach(one -> flips(table, words.say("impact.verdicts"), one));
    result.path("enterprises").forEach(one -> flips(table, one.path("enterprise").asText(), one));
    result.path("gradeChanges").forEach(one -> flips(table, words.say("impact.grades"), one));
    result.path("graded").forEach(one -> flips(table, one.path("enterprise").asText(), one));
    for (JsonNode rule : result.path("rules")) {
      rule(table, words.say("impact.gone"), rule, rule.path("gone"));
      rule(table, words.say("impact.fresh"), rule, rule.path("fresh"));
    }
    table.print(out);
  }

  private static void flips(ShellTable table, String what, JsonNode one) {
    long count = one.has("count") ? one.path("count").asLong() : 1;
    row(table, what, one.path("before").asText("-"), one.path("after").asText("-"), count, one);
  }

  private static void rule(ShellTable table, String how, JsonNode rule, JsonNode side) {
    long count = side.path("count").asLong();
    if (count > 0) {
      row(table, rule.path("rule").asText(), rule.path("code").asText(), how, count, side);
    }
  }

  private static void row(
      ShellTable table, String what, String before, String after, long count, JsonNode one) {
    StringBuilder examples = new StringBuilder();
    one.path("examples").forEach(example -> examples.append(example.asText()).append(' '));
    table.addRow().addContent(what, before, after, count, examples.toString().strip());
  }
}
