package org.qingmen.api.internal.suspicion;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.store.Document;
import org.qingmen.supervision.registers.PaperFiles;
import org.qingmen.supervision.suspicion.Suspicions.Reply;

/** Answers of enterprises from their JSON; their files must be there and be their own. */
final class Replies {

  private final PaperFiles files;

  Replies(PaperFiles files) {
    this.files = files;
  }

  Reply of(JsonNode json, String enterprise) {
    List<String> receipts = new ArrayList<>();
    json.path("receipts").forEach(receipt -> receipts.add(receipt.asText()));
    return reply(
        json.path("kind").asText(), json.path("text").asText(), json, receipts, enterprise);
  }

  /** A correction that an enterprise asks for is an answer, too. */
  Reply ofCorrection(JsonNode json, List<String> receipts, String enterprise) {
    return reply("corrected", json.path("reason").asText(), json, receipts, enterprise);
  }

  private Reply reply(
      String kind, String text, JsonNode json, List<String> receipts, String enterprise) {
    for (JsonNode file : json.path("files")) {
      String id = file.path("id").asText();
      files
          .get(id)
          .map(Document::enterprise)
          .filter(enterprise::equals)
          .orElseThrow(() -> Problems.refusal(Kind.NOT_FOUND, "not-found", id));
    }
    return new Reply(
        kind,
        text,
        json.path("files").isArray() ? json.path("files").toString() : Json.array().toString(),
        json.path("patch").isObject() ? json.path("patch").toString() : null,
        receipts);
  }
}
