package org.qingmen.connectors.vzenith.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.qingmen.spi.door.RawForm;

/**
 * A message as it is kept: every byte as received, except that a stored picture is replaced by
 * {@code sha256:...} and a heartbeat form loses its password.
 */
final class KeptMessage implements RawForm {

  @Override
  public byte[] keep(byte[] message, Map<String, String> stored) {
    Optional<Map<String, String>> form = Heartbeat.form(message);
    if (form.isPresent()) {
      return Heartbeat.scrubbed(form.get());
    }
    int secret = new String(message, StandardCharsets.ISO_8859_1).indexOf("pass_wd");
    if (secret >= 0) { // a heartbeat too broken to be taken apart
      return Arrays.copyOf(message, secret);
    }
    return stored.isEmpty() ? message : withReferences(message, stored);
  }

  private static byte[] withReferences(byte[] message, Map<String, String> stored) {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    int copied = 0;
    try (JsonParser parser = new JsonFactory().createParser(message)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        String hash = token == JsonToken.VALUE_STRING ? stored.get(parser.currentName()) : null;
        if (hash != null) {
          int from = (int) parser.currentTokenLocation().getByteOffset();
          parser.finishToken();
          int to = (int) parser.currentLocation().getByteOffset();
          kept.write(message, copied, from - copied);
          kept.writeBytes(("\"sha256:" + hash + "\"").getBytes(StandardCharsets.US_ASCII));
          copied = to;
        }
      }
    } catch (JsonProcessingException e) {
      return message; // not UTF-8: kept as it came
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
    kept.write(message, copied, message.length - copied);
    return kept.toByteArray();
  }
}
