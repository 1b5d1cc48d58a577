package org.qingmen.store.internal.project;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the projection needs of a decision document; the rest is skipped unread, because it is many
 * times as long.
 *
 * @param receipt receipt
 * @param contentHash hash of the native record, hex
 * @param verdict verdict code
 * @param findings codes of the findings
 * @param record native record
 * @param division division of the enterprise, empty when the document does not tell
 * @param corrects receipt of the record it corrects, null for a record of a gate
 */
record PassageDocument(
    String receipt,
    String contentHash,
    String verdict,
    List<String> findings,
    JsonNode record,
    String division,
    String corrects) {

  private static final JsonFactory FACTORY = new ObjectMapper().getFactory();

  static PassageDocument parse(byte[] document) throws IOException {
    Builder builder = new Builder();
    try (JsonParser parser = FACTORY.createParser(document)) {
      expect(parser.nextToken(), JsonToken.START_OBJECT);
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        builder.member(name, parser);
      }
    }
    return builder.build();
  }

  private static void expect(JsonToken token, JsonToken wanted) throws IOException {
    if (token != wanted) {
      throw new IOException("a decision document is a JSON object, not " + token);
    }
  }

  /** Collects the members as they come. */
  private static final class Builder {
    private String receipt;
    private String contentHash;
    private String verdict;
    private final List<String> findings = new ArrayList<>();
    private JsonNode passage;
    private String division = "";
    private String corrects;

    void member(String name, JsonParser parser) throws IOException {
      switch (name) {
        case "receipt" -> receipt = parser.getText();
        case "contentHash" -> contentHash = parser.getText();
        case "verdict" -> verdict = parser.getText();
        case "findings" -> findings(parser);
        case "facts" -> facts(parser);
        default -> parser.skipChildren();
      }
    }

    private void findings(JsonParser parser) throws IOException {
      JsonNode list = parser.readValueAsTree();
      list.forEach(finding -> findings.add(finding.path("code").asText()));
    }

    private void facts(JsonParser parser) throws IOException {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        switch (name) {
          case "passage" -> passage = parser.readValueAsTree();
          case "enterprise" -> {
            JsonNode enterprise = parser.readValueAsTree();
            division = enterprise.path("division").asText("");
          }
          case "corrects" -> {
            JsonNode correction = parser.readValueAsTree();
            corrects = correction.path("receipt").asText(null);
          }
          default -> parser.skipChildren();
        }
      }
    }

    PassageDocument build() throws IOException {
      if (receipt == null || contentHash == null || verdict == null || passage == null) {
        throw new IOException("the decision document lacks receipt, hash, verdict or passage");
      }
      return new PassageDocument(
          receipt, contentHash, verdict, findings, passage, division, corrects);
    }
  }
}
