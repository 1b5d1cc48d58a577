package org.qingmen.intake.internal.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.qingmen.spi.journal.JournalEntry;

/**
 * The form of entries in the write-ahead log: lengths, then bytes; nothing is interpreted. Entries
 * that were synced together lie in one group.
 */
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

  /** One group of encoded entries. */
  static byte[] group(List<byte[]> entries) {
    int size = Integer.BYTES;
    for (byte[] entry : entries) {
      size += Integer.BYTES + entry.length;
    }
    ByteBuffer out = ByteBuffer.allocate(size).putInt(entries.size());
    for (byte[] entry : entries) {
      out.putInt(entry.length).put(entry);
    }
    return out.array();
  }

  /** The entries of a group. */
  static List<JournalEntry> ungroup(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    List<JournalEntry> entries = new ArrayList<>();
    for (int left = in.getInt(); left > 0; left--) {
      byte[] entry = new byte[in.getInt()];
      in.get(entry);
      entries.add(decode(entry));
    }
    return entries;
  }
}
