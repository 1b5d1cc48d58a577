package org.qingmen.cli.rules;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.qingmen.cli.Verb;
import org.qingmen.cli.rules.Server.Answer;

/** {@code rules impact}: whom a candidate on a running server would hit. */
final class ImpactAction implements Action {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int NOT_FOUND = 404;
  private static final int NOT_ALLOWED = 405;

  @Override
  public int run(Call call, Texts texts) {
    String[] pack = call.word().split("@", 2);
    if (pack.length < 2) {
      throw new WrongCall("id-at-version", call.word());
    }
    Map<String, String> period = new LinkedHashMap<>();
    for (String option : new String[] {"--from", "--to"}) {
      if (call.has(option)) {
        period.put(option.substring(2), call.option(option, ""));
      }
    }
    try {
      Server server = Server.of(call, texts);
      String path = "/rule-packs/" + pack[0] + "/" + pack[1] + "/impact";
      Answer answer = server.post(path, "application/json", JSON.writeValueAsBytes(period));
      if (answer.status() == NOT_FOUND || answer.status() == NOT_ALLOWED) {
        return texts.wrong("no-impact", pack[0], pack[1]);
      }
      if (!answer.good()) {
        return DeployAction.refused(answer, texts);
      }
      texts.terminal().out().println(answer.body().toPrettyString());
      return Verb.OK;
    } catch (IOException e) {
      return texts.wrong("no-server", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return texts.wrong("no-server", e.getMessage());
    }
  }
}
