package org.qingmen.cli.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import org.qingmen.cli.Verb;
import org.qingmen.cli.rules.Server.Answer;
import org.qingmen.engine.RulesWorkbench;

/** {@code rules deploy}: uploads a pack to a running server and puts it into service. */
final class DeployAction implements Action {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public int run(Call call, Texts texts) {
    Path pack = call.path();
    try (RulesWorkbench workbench = new RulesWorkbench()) {
      Server server = Server.of(call, texts);
      Answer uploaded = server.post("/rule-packs", "application/zip", workbench.zip(pack));
      if (!uploaded.good()) {
        return refused(uploaded, texts);
      }
      String id = uploaded.body().path("id").asText();
      String version = uploaded.body().path("version").asText();
      texts.print("uploaded", id, version, uploaded.body().path("state").asText());
      if (call.has("--no-activate")) {
        return Verb.OK;
      }
      String path = "/rule-packs/" + id + "/" + version + "/activate";
      Answer activated = server.post(path, "application/json", why(call));
      if (!activated.good()) {
        return refused(activated, texts);
      }
      texts.print("serves", id, version);
      return Verb.OK;
    } catch (IOException e) {
      return texts.wrong("no-server", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return texts.wrong("no-server", e.getMessage());
    }
  }

  private static byte[] why(Call call) throws IOException {
    ObjectNode body = JSON.createObjectNode();
    body.put("reason", call.option("--reason", null)).put("from", call.option("--from", null));
    return JSON.writeValueAsBytes(body);
  }

  static int refused(Answer answer, Texts texts) {
    JsonNode body = answer.body();
    String reason = body.path("detail").asText(body.path("title").asText(""));
    texts.wrong("refused", answer.status(), reason);
    for (JsonNode error : body.path("errors")) {
      String file = error.path("file").asText(error.path("pointer").asText("-"));
      String line = error.path("line").asInt() > 0 ? ":" + error.path("line").asInt() : "";
      texts
          .terminal()
          .err()
          .println("  " + file + line + "  [" + error.path("code").asText() + "]");
      texts.terminal().err().println("    " + error.path("message").asText());
    }
    return Verb.WRONG;
  }
}
