package org.qingmen.security.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.qingmen.spi.journal.JournalEntry;

/**
 * A nonce as the journal keeps it.
 *
 * @param keyId key it served
 * @param nonce the nonce
 * @param time when the request was signed, Unix seconds
 */
record NonceRecord(String keyId, String nonce, long time) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  JournalEntry entry(Instant received) {
    byte[] document =
        JSON.createObjectNode()
            .put("keyId", keyId)
            .put("nonce", nonce)
            .put("time", time)
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    return new JournalEntry(
        JournalEntry.Kind.NONCE, received, "device:" + keyId, new byte[0], document);
  }

  static NonceRecord read(JournalEntry entry) {
    try {
      JsonNode document = JSON.readTree(entry.document());
      return new NonceRecord(
          document.path("keyId").asText(),
          document.path("nonce").asText(),
          document.path("time").asLong());
    } catch (IOException e) {
      throw new UncheckedIOException("a nonce in the journal is not readable", e);
    }
  }
}
