package org.qingmen.intake.internal.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.qingmen.spi.journal.Journal.Positioned;
import org.qingmen.spi.journal.JournalEntry;

/**
 * The block format of a segment: two lines per entry. The first is a JSON header with the raw
 * message (as text where it is UTF-8, else base64), the second is the document byte for byte, so
 * that its hash holds.
 */
final class Segment {

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final ObjectMapper JSON = new ObjectMapper();

  private Segment() {}

  static byte[] encode(List<Positioned> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(entries.size() * 4096);
    for (Positioned positioned : entries) {
      header(out, positioned);
      out.write('\n');
      out.write(positioned.entry().document());
      out.write('\n');
    }
    return out.toByteArray();
  }

  static List<Positioned> decode(byte[] block) throws IOException {
    List<Positioned> entries = new ArrayList<>();
    int at = 0;
    while (at < block.length) {
      int headerEnd = lineEnd(block, at);
      int documentEnd = lineEnd(block, headerEnd + 1);
      JsonNode header = JSON.readTree(block, at, headerEnd - at);
      byte[] document = java.util.Arrays.copyOfRange(block, headerEnd + 1, documentEnd);
      entries.add(positioned(header, document));
      at = documentEnd + 1;
    }
    return entries;
  }

  private static Positioned positioned(JsonNode header, byte[] document) throws IOException {
    byte[] raw =
        header.has("rawBase64")
            ? Base64.getDecoder().decode(header.get("rawBase64").textValue())
            : header.path("raw").asText().getBytes(StandardCharsets.UTF_8);
    return new Positioned(
        header.get("position").longValue(),
        new JournalEntry(
            JournalEntry.Kind.valueOf(header.get("kind").textValue()),
            Instant.parse(header.get("received").textValue()),
            header.get("source").textValue(),
            raw,
            document));
  }

  private static void header(ByteArrayOutputStream out, Positioned positioned) throws IOException {
    JournalEntry entry = positioned.entry();
    for (byte b : entry.document()) {
      if (b == '\n') {
        throw new IOException("a document in the journal is one line of JSON");
      }
    }
    try (JsonGenerator json =
        FACTORY.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
      json.writeStartObject();
      json.writeNumberField("position", positioned.position());
      json.writeStringField("kind", entry.kind().name());
      json.writeStringField("received", entry.received().toString());
      json.writeStringField("source", entry.source());
      String text = utf8(entry.raw());
      if (text != null) {
        json.writeStringField("raw", text);
      } else {
        json.writeStringField("rawBase64", Base64.getEncoder().encodeToString(entry.raw()));
      }
      json.writeEndObject();
    }
  }

  /** The text, or null when the bytes are not UTF-8. */
  private static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static int lineEnd(byte[] block, int from) throws IOException {
    for (int i = from; i < block.length; i++) {
      if (block[i] == '\n') {
        return i;
      }
    }
    throw new IOException("a journal segment ends in the middle of a line");
  }
}
