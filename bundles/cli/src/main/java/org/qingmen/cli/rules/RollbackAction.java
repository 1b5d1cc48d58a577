package org.qingmen.cli.rules;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.qingmen.cli.Verb;
import org.qingmen.cli.rules.Server.Answer;

/** {@code rules rollback}: back to what served before, or to a version that once served. */
final class RollbackAction implements Action {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public int run(Call call, Texts texts) {
    String[] pack = call.word().split("@", 2);
    if (pack.length < 2) {
      throw new WrongCall("id-at-version", call.word());
    }
    ObjectNode body = JSON.createObjectNode();
    body.put("reason", call.option("--reason", null)).put("to", call.option("--to", null));
    try {
      Server server = Server.of(call, texts);
      String path = "/rule-packs/" + pack[0] + "/" + pack[1] + "/rollback";
      Answer answer = server.post(path, "application/json", JSON.writeValueAsBytes(body));
      if (!answer.good()) {
        return DeployAction.refused(answer, texts);
      }
      texts.print(
          "serves", answer.body().path("id").asText(), answer.body().path("version").asText());
      return Verb.OK;
    } catch (IOException e) {
      return texts.wrong("no-server", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return texts.wrong("no-server", e.getMessage());
    }
  }
}
