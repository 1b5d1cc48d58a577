package org.qingmen.security.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.qingmen.security.Scope;
import org.qingmen.spi.device.Device;
import org.qingmen.store.Document;
import org.qingmen.store.Draft;

/**
 * A device's key in memory.
 *
 * @param keyId id of the key and of the device
 * @param enterprise enterprise the device stands at; empty for a platform below
 * @param division division of a platform below, else null
 * @param secret the secret; empty when the server's key does not open it
 */
record StoredKey(String keyId, String enterprise, String division, Optional<byte[]> secret) {

  static final String KIND = "device-key";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static StoredKey read(Document document, ServerKey key) {
    try {
      String seal = JSON.readTree(document.body()).path("sealed").asText();
      return new StoredKey(
          document.id(),
          document.enterprise() == null ? "" : document.enterprise(),
          document.division(),
          key.open(seal, document.id()));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("device key " + document.id() + " is not readable", e);
    }
  }

  /** Where its signatures serve. */
  Scope scope() {
    return enterprise.isEmpty() ? Scope.parse(division) : Scope.ofEnterprise(enterprise);
  }

  static Draft draft(Device device, byte[] secret, ServerKey key) {
    String body = JSON.createObjectNode().put("sealed", key.seal(secret, device.id())).toString();
    return PlatformBelow.is(device)
        ? new Draft(KIND, device.id(), null, PlatformBelow.division(device), body)
        : new Draft(KIND, device.id(), device.enterprise(), null, body);
  }
}
