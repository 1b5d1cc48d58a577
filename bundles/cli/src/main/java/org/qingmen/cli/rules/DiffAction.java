package org.qingmen.cli.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.qingmen.cli.Verb;
import org.qingmen.cli.rules.Server.Answer;
import org.qingmen.engine.RulesWorkbench;

/**
 * {@code rules diff}: what differs between two packs; both are folders or archives, or both are
 * written {@code id@version} and lie on a running server.
 */
final class DiffAction implements Action {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public int run(Call call, Texts texts) {
    String before = call.pair().get(0);
    String after = call.pair().get(1);
    try {
      if (Files.exists(Path.of(before)) && Files.exists(Path.of(after))) {
        try (RulesWorkbench workbench = new RulesWorkbench()) {
          String json = workbench.difference(Path.of(before), Path.of(after));
          return print(JSON.readTree(json), texts);
        }
      }
      String[] pack = after.split("@", 2);
      if (pack.length < 2 || !before.contains("@")) {
        throw new WrongCall("id-at-version", after.contains("@") ? before : after);
      }
      String path = "/rule-packs/" + pack[0] + "/" + pack[1] + "/diff?against=" + before;
      Answer answer = Server.of(call, texts).get(path);
      return answer.good() ? print(answer.body(), texts) : DeployAction.refused(answer, texts);
    } catch (IllegalArgumentException | IOException e) {
      return texts.wrong("no-diff", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return texts.wrong("no-server", e.getMessage());
    }
  }

  private static int print(JsonNode json, Texts texts) {
    for (JsonNode one : json.path("descriptor")) {
      line(texts, "~", one.path("name").asText(), one.path("before"), one.path("after"));
    }
    for (JsonNode rule : json.path("rules")) {
      texts
          .terminal()
          .out()
          .printf(
              "%s %s (%s) %s:%d%n",
              sign(rule),
              rule.path("rule").asText(),
              rule.path("code").asText(),
              rule.path("file").asText(),
              rule.path("line").asInt());
      for (JsonNode text : rule.path("text")) {
        texts.terminal().out().println("    " + sign(text) + " " + text.path("text").asText());
      }
    }
    for (JsonNode one : json.path("parameters")) {
      line(texts, sign(one), one.path("name").asText(), value(one, "before"), value(one, "after"));
    }
    for (JsonNode one : json.path("cases")) {
      texts.terminal().out().println(sign(one) + " " + one.path("case").asText());
    }
    texts.print(
        "diff-sum",
        json.path("rules").size(),
        json.path("parameters").size(),
        json.path("cases").size());
    return Verb.OK;
  }

  private static void line(Texts texts, String sign, String name, JsonNode before, JsonNode after) {
    texts.terminal().out().printf("%s %s: %s -> %s%n", sign, name, text(before), text(after));
  }

  private static String text(JsonNode value) {
    return value.isNull() || value.isMissingNode() ? "-" : value.asText();
  }

  /** Operator, value, days and clause of a dated value. */
  private static JsonNode value(JsonNode change, String side) {
    JsonNode one = change.path(side);
    if (!one.isObject()) {
      return one;
    }
    String text =
        (one.path("grade").isTextual() ? one.path("grade").asText() + " " : "")
            + (one.path("operator").isTextual() ? one.path("operator").asText() + " " : "")
            + one.path("value").asText()
            + " ["
            + one.path("from").asText()
            + ".."
            + (one.path("to").isTextual() ? one.path("to").asText() : "")
            + "; "
            + one.path("clause").asText()
            + "]";
    return change.path("name").isTextual() ? JSON.getNodeFactory().textNode(text) : one;
  }

  private static String sign(JsonNode one) {
    return switch (one.path("kind").asText()) {
      case "added" -> "+";
      case "removed" -> "-";
      case "changed" -> "~";
      default -> " ";
    };
  }
}
