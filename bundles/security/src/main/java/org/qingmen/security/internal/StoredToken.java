package org.qingmen.security.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.qingmen.store.Document;
import org.qingmen.store.Draft;

/**
 * A token as the registry keeps it: without the token.
 *
 * @param hash SHA-256 of the token, lower-case hex; its id
 * @param user whose it is
 * @param epoch epoch of the account it was issued in
 * @param expires when it stops serving
 */
record StoredToken(String hash, String user, long epoch, Instant expires) {

  static final String KIND = "token";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static StoredToken read(Document document) {
    try {
      JsonNode body = JSON.readTree(document.body());
      return new StoredToken(
          document.id(),
          body.path("user").asText(),
          body.path("epoch").asLong(),
          Instant.parse(body.path("expires").asText()));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("token " + document.id() + " is not readable", e);
    }
  }

  Draft draft() {
    ObjectNode body = JSON.createObjectNode();
    body.put("user", user).put("epoch", epoch).put("expires", expires.toString());
    return new Draft(KIND, hash, null, null, body.toString());
  }
}
