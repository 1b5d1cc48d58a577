package org.qingmen.supervision.alarms.internal.watch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/**
 * What a decision document tells about an admission; the rest, which is most of it, is skipped
 * unread.
 *
 * @param receipt receipt
 * @param verdict {@code allow}, {@code warn} or {@code deny}
 * @param reasons why, as in the document
 * @param record native record
 * @param listed entries of the violator list that matched
 * @param controls policies in force
 */
record SeenPassage(
    String receipt,
    String verdict,
    JsonNode reasons,
    JsonNode record,
    JsonNode listed,
    JsonNode controls) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonFactory FACTORY = JSON.getFactory();

  static SeenPassage parse(byte[] document) throws IOException {
    String receipt = null;
    String verdict = null;
    JsonNode reasons = JSON.missingNode();
    JsonNode[] facts = {JSON.missingNode(), JSON.missingNode(), JSON.missingNode()};
    try (JsonParser parser = FACTORY.createParser(document)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        switch (name) {
          case "receipt" -> receipt = parser.getText();
          case "verdict" -> verdict = parser.getText();
          case "reasons" -> reasons = parser.readValueAsTree();
          case "facts" -> facts(parser, facts);
          default -> parser.skipChildren();
        }
      }
    }
    return new SeenPassage(receipt, verdict, reasons, facts[0], facts[1], facts[2]);
  }

  private static void facts(JsonParser parser, JsonNode[] facts) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "passage" -> facts[0] = parser.readValueAsTree();
        case "listed" -> facts[1] = parser.readValueAsTree();
        case "controls" -> facts[2] = parser.readValueAsTree();
        default -> parser.skipChildren();
      }
    }
  }

  boolean denied() {
    return "deny".equals(verdict);
  }

  /** Whether the vehicle went through: the verdict opened, or the barrier was raised anyhow. */
  boolean admitted() {
    return !denied() || record.hasNonNull("barrierRaised");
  }
}
