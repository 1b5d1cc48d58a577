package org.qingmen.api.internal.queries;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.qingmen.api.internal.door.Json;
import org.qingmen.model.Division;
import org.qingmen.security.Principal;
import org.qingmen.store.Document;

/**
 * A question that somebody keeps.
 *
 * @param id id
 * @param name what its owner calls it
 * @param owner who keeps it
 * @param shared whether others of its division or enterprise may use it
 * @param enterprise enterprise it belongs to, null for none
 * @param division division it belongs to, null for none
 * @param body what was kept
 */
record SavedQuery(
    String id,
    String name,
    String owner,
    boolean shared,
    String enterprise,
    String division,
    long version,
    ObjectNode body) {

  static SavedQuery of(Document document) {
    ObjectNode body = (ObjectNode) Json.stored(document.body());
    return new SavedQuery(
        document.id(),
        body.path("name").asText(),
        body.path("owner").asText(),
        body.path("shared").asBoolean(false),
        document.enterprise(),
        document.division(),
        document.version(),
        body);
  }

  boolean ownedBy(Principal caller) {
    return owner.equals(caller.source());
  }

  /** A bureau shares with itself and the bureaus below, an enterprise with its own people. */
  boolean readableBy(Principal caller) {
    if (ownedBy(caller)) {
      return true;
    }
    if (!shared) {
      return false;
    }
    if (enterprise != null || caller.scope().enterprise() != null) {
      return enterprise != null && enterprise.equals(caller.scope().enterprise());
    }
    return division != null
        && caller.scope().divisionPrefix().startsWith(new Division(division).prefix());
  }

  /** As its reader sees it. */
  ObjectNode json(Principal reader) {
    ObjectNode json = body.deepCopy();
    json.put("id", id).put("version", version);
    json.put("own", ownedBy(reader));
    return json;
  }
}
