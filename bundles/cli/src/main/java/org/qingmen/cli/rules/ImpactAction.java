package org.qingmen.cli.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.qingmen.cli.Verb;
import org.qingmen.cli.rules.Server.Answer;

/** {@code rules impact}: whom a candidate on a running server would hit, with a progress bar. */
final class ImpactAction implements Action {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long LOOK_EVERY_MILLIS = 500;
  private static final int BAR = 30;
  private static final int SHOWN = 10;

  @Override
  public int run(Call call, Texts texts) {
    String[] pack = call.word().split("@", 2);
    if (pack.length < 2) {
      throw new WrongCall("id-at-version", call.word());
    }
    try {
      Server server = Server.of(call, texts);
      String path = "/rule-packs/" + pack[0] + "/" + pack[1] + "/impact";
      Answer answer = server.post(path, "application/json", JSON.writeValueAsBytes(question(call)));
      if (!answer.good()) {
        return DeployAction.refused(answer, texts);
      }
      Answer ended = follow(server, path + "/" + answer.body().path("id").asText(), texts);
      if (!ended.good()) {
        return DeployAction.refused(ended, texts);
      }
      return report(ended.body(), texts);
    } catch (IOException e) {
      return texts.wrong("no-server", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return texts.wrong("no-server", e.getMessage());
    }
  }

  /** The period asked for; the last thirty days when none is given. */
  private static Map<String, String> question(Call call) {
    LocalDate today = LocalDate.now();
    Map<String, String> question = new LinkedHashMap<>();
    question.put("from", call.option("--from", today.minusDays(30).toString()));
    question.put("to", call.option("--to", today.toString()));
    if (call.has("--division")) {
      question.put("division", call.option("--division", ""));
    }
    return question;
  }

  private static Answer follow(Server server, String path, Texts texts)
      throws IOException, InterruptedException {
    while (true) {
      Answer answer = server.get(path);
      String state = answer.body().path("state").asText();
      JsonNode progress = answer.body().path("progress");
      if (progress.isObject()) {
        int filled = (int) (progress.path("share").asDouble() * BAR);
        String bar = "#".repeat(filled) + ".".repeat(BAR - filled);
        String line =
            texts.say(
                "impact-progress",
                bar,
                progress.path("entries").asLong(),
                progress.path("of").asLong(),
                progress.path("perSecond").asLong(),
                progress.path("secondsLeft").asText("-"));
        texts.terminal().err().print("\r" + line);
      }
      if (!answer.good() || !(state.equals("queued") || state.equals("running"))) {
        texts.terminal().err().println();
        return answer;
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
    }
  }

  private static int report(JsonNode job, Texts texts) {
    JsonNode result = job.path("result");
    if (!job.path("state").asText().equals("done")) {
      String trouble = job.path("trouble").asText("");
      return texts.wrong("impact-not-done", job.path("state").asText(), trouble);
    }
    texts.print(
        "impact-sum",
        result.path("records").asLong(),
        result.path("flips").asLong(),
        result.path("differing").asLong(),
        result.path("grades").asLong(),
        result.path("gradeFlips").asLong());
    groups(result.path("verdicts"), "", texts);
    groups(result.path("gradeChanges"), "", texts);
    texts.print("impact-enterprises");
    groups(result.path("enterprises"), "enterprise", texts);
    groups(result.path("graded"), "enterprise", texts);
    texts.print("impact-rules");
    for (JsonNode rule : result.path("rules")) {
      texts.print(
          "impact-rule",
          rule.path("rule").asText(),
          rule.path("code").asText(),
          rule.at("/fresh/count").asLong(),
          rule.at("/gone/count").asLong());
    }
    JsonNode checked = result.path("checked");
    texts.print(
        "impact-checked", checked.path("records").asLong(), checked.path("different").asLong());
    if (job.path("approvalNeeded").asBoolean()) {
      texts.print("impact-approval", job.path("threshold").asDouble());
    }
    return Verb.OK;
  }

  private static void groups(JsonNode groups, String name, Texts texts) {
    int shown = 0;
    for (JsonNode one : groups) {
      if (++shown > SHOWN) {
        texts.print("impact-more", groups.size() - SHOWN);
        return;
      }
      texts.print(
          "impact-group",
          one.path(name).asText(""),
          one.path("before").asText("-"),
          one.path("after").asText("-"),
          one.path("count").asLong(1),
          one.path("examples").path(0).asText(""));
    }
  }
}
