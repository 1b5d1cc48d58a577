package org.qingmen.intake.internal.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.qingmen.spi.journal.Journal.Positioned;
import org.qingmen.spi.journal.JournalEntry;

/**
 * The block format of a segment. Per entry a line of JSON that says what follows and how long it
 * is, then the raw message and the document, each byte for byte and with a line feed behind it.
 * Nothing is escaped: so it stays readable, compresses well, and every hash holds.
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
      out.write(positioned.entry().raw());
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
      JsonNode header = JSON.readTree(block, at, headerEnd - at);
      int raw = headerEnd + 1;
      int document = raw + header.path("raw").asInt() + 1;
      int end = document + header.path("document").asInt();
      if (end >= block.length) {
        throw new IOException("a journal segment ends in the middle of an entry");
      }
      entries.add(
          positioned(
              header,
              Arrays.copyOfRange(block, raw, document - 1),
              Arrays.copyOfRange(block, document, end)));
      at = end + 1;
    }
    return entries;
  }

  private static Positioned positioned(JsonNode header, byte[] raw, byte[] document) {
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
    try (JsonGenerator json =
        FACTORY.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
      json.writeStartObject();
      json.writeNumberField("position", positioned.position());
      json.writeStringField("kind", entry.kind().name());
      json.writeStringField("received", entry.received().toString());
      json.writeStringField("source", entry.source());
      json.writeNumberField("raw", entry.raw().length);
      json.writeNumberField("document", entry.document().length);
      json.writeEndObject();
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
