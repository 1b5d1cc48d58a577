package org.qingmen.supervision.control.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.store.StoredJson;

/** Ids of documents: the caller's, else the body's, else a new one. */
final class NewId {

  /** Names of sub-resources; a document of that id could not be addressed. */
  private static final Set<String> RESERVED = Set.of("acknowledgements", "deliveries", "preview");

  private NewId() {}

  /**
   * @throws Refusal when path and body disagree or the id has a wrong form
   */
  static String of(String id, ObjectNode body, String prefix, String code) {
    String inBody = StoredJson.text(body, "id");
    boolean given = id != null && !id.isBlank();
    if (given && inBody != null && !inBody.equals(id)) {
      throw Texts.invalid(code, List.of(Texts.fault("other-id", "/id", id)));
    }
    String chosen = given ? id : inBody;
    if (chosen == null) {
      return prefix + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    }
    if (!chosen.matches("[A-Za-z0-9._-]{1,64}") || RESERVED.contains(chosen)) {
      throw Texts.invalid(code, List.of(Texts.fault("id-form", "/id")));
    }
    return chosen;
  }
}
