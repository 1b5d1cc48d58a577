package org.qingmen.intake.internal.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.qingmen.spi.journal.JournalEntry;

/** The form of an entry in the write-ahead log: lengths, then bytes; nothing is interpreted. */
final class EntryCodec {

  private static final int HEADER = 1 + Long.BYTES + 3 * Integer.BYTES;

  private EntryCodec() {}

  static byte[] encode(JournalEntry entry) {
    byte[] source = entry.source().getBytes(StandardCharsets.UTF_8);
    ByteBuffer out =
        ByteBuffer.allocate(HEADER + source.length + entry.raw().length + entry.document().length);
    out.put((byte) entry.kind().code()).putLong(entry.received().toEpochMilli());
    out.putInt(source.length).putInt(entry.raw().length).putInt(entry.document().length);
    out.put(source).put(entry.raw()).put(entry.document());
    return out.array();
  }

  static JournalEntry decode(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    JournalEntry.Kind kind = JournalEntry.Kind.of(in.get());
    Instant received = Instant.ofEpochMilli(in.getLong());
    byte[] source = new byte[in.getInt()];
    byte[] raw = new byte[in.getInt()];
    byte[] document = new byte[in.getInt()];
    in.get(source).get(raw).get(document);
    return new JournalEntry(
        kind, received, new String(source, StandardCharsets.UTF_8), raw, document);
  }
}
