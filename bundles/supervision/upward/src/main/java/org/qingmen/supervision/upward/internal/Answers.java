package org.qingmen.supervision.upward.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.qingmen.spi.report.Report;
import org.qingmen.spi.report.Sent;

/** Answers of the platform above. */
final class Answers {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Answers() {}

  static List<Sent> read(List<Report> run, byte[] body) throws IOException {
    JsonNode json = JSON.readTree(body);
    if (run.get(0).kind() == Report.Kind.SUMMARY) {
      return List.of(Sent.confirmed(json.path("receipt").asText()));
    }
    if (json.path("results").size() != run.size()) {
      throw new IOException("the answer has another number of results than records were sent");
    }
    List<Sent> sent = new ArrayList<>();
    json.path("results").forEach(result -> sent.add(one(result)));
    return sent;
  }

  private static Sent one(JsonNode result) {
    if (!"rejected".equals(result.path("status").asText())) {
      String receipt = result.path("receipt").asText(result.path("serial").asText("-"));
      return Sent.confirmed(receipt);
    }
    JsonNode error = result.path("errors").path(0);
    String reason = error.path("code").asText() + ": " + error.path("message").asText();
    boolean later = "unknown-enterprise".equals(error.path("code").asText());
    return later ? Sent.later(reason) : Sent.never(reason);
  }

  static String reason(byte[] body) {
    try {
      JsonNode json = JSON.readTree(body);
      return json.path("code").asText() + ": " + json.path("detail").asText();
    } catch (IOException e) {
      return "no answer that could be read";
    }
  }
}
