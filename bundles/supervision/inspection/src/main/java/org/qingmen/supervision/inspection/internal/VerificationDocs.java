package org.qingmen.supervision.inspection.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.store.AuditTrail;
import org.qingmen.store.Document;
import org.qingmen.store.Draft;
import org.qingmen.store.Page;
import org.qingmen.store.Registry;
import org.qingmen.store.RegistryQuery;
import org.qingmen.store.StoredJson;

/** Verifications in the registry: one document each, and one for each finding. */
final class VerificationDocs {

  static final String KIND = "inspection";
  static final String SIGNED = "signed";

  private static final String FINDING = "inspection-item";

  private final Registry registry;
  private final AuditTrail audit;

  VerificationDocs(Registry registry, AuditTrail audit) {
    this.registry = registry;
    this.audit = audit;
  }

  Document save(ObjectNode body, Long version, String action, String actor) {
    String id = body.path("id").asText();
    Draft draft =
        new Draft(
            KIND,
            id,
            body.path("enterprise").asText(),
            body.path("division").asText(),
            body.toString());
    Document stored = registry.put(draft, actor, version);
    audit.append(actor, "verification." + action, id, null);
    return stored;
  }

  Optional<Document> get(String id) {
    return registry.get(KIND, id);
  }

  Document need(String id) throws Refusal {
    return get(id).orElseThrow(() -> Texts.notFound("unknown-verification", id));
  }

  Page<Document> list(String enterprise, String prefix, String cursor, int limit) {
    return registry.list(new RegistryQuery(KIND, enterprise, prefix, null, cursor, limit));
  }

  /** The verification whose body holds a text, such as the hash of a paper. */
  Optional<ObjectNode> holding(String text) {
    return registry.list(new RegistryQuery(KIND, null, null, text, null, 1)).items().stream()
        .findFirst()
        .map(StoredJson::body);
  }

  void saveFinding(ObjectNode verification, String item, ObjectNode finding, String actor) {
    String id = verification.path("id").asText() + "/" + item;
    registry.put(
        new Draft(
            FINDING,
            id,
            verification.path("enterprise").asText(),
            verification.path("division").asText(),
            finding.toString()),
        actor);
  }

  Optional<ObjectNode> finding(String id, String item) {
    return registry.get(FINDING, id + "/" + item).map(VerificationDocs::withTime);
  }

  /** The verification with the finding of each item. */
  ObjectNode details(Document document) {
    ObjectNode body = StoredJson.body(document);
    for (JsonNode item : body.path("items")) {
      ((ObjectNode) item)
          .set("finding", finding(document.id(), item.path("no").asText()).orElse(null));
    }
    return body.put("version", document.version());
  }

  private static ObjectNode withTime(Document finding) {
    return StoredJson.body(finding).put("by", finding.author()).put("at", finding.at().toString());
  }
}
