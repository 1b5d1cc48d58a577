package org.qingmen.intake.internal.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.journal.JournalEntry;

/**
 * Reads block after block of {@link Segment} through one buffer and hands out documents of one
 * kind. Not safe for concurrent use.
 */
final class BlockReader {

  private static final byte[] POSITION = ascii("{\"position\":");
  private static final byte[] KIND = ascii(",\"kind\":\"");
  private static final byte[] RAW = ascii(",\"raw\":");
  private static final byte[] DOCUMENT = ascii(",\"document\":");

  private final byte[] kind;
  private final Journal.Visitor visitor;
  private byte[] block = new byte[0];
  private int length;
  private int at;

  BlockReader(JournalEntry.Kind kind, Journal.Visitor visitor) {
    this.kind = ascii(kind.name() + '"');
    this.visitor = visitor;
  }

  /** Hands out the entries of a block between two positions, both included. */
  void read(ZipFile zip, String name, long from, long to) throws IOException {
    fill(zip, name);
    at = 0;
    while (at < length) {
      expect(POSITION);
      long position = number();
      expect(KIND);
      boolean wanted = isNext(kind) && position >= from && position <= to;
      int lineEnd = lineEnd();
      int lengths = lastBefore(RAW, lineEnd);
      at = lengths + RAW.length;
      long raw = number();
      expect(DOCUMENT);
      long document = number();
      long begin = lineEnd + 1 + raw + 1;
      if (begin + document >= length) {
        throw damaged("ends in the middle of an entry");
      }
      if (wanted) {
        visitor.entry(position, Arrays.copyOfRange(block, (int) begin, (int) (begin + document)));
      }
      at = (int) (begin + document + 1);
    }
  }

  private void fill(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException("journal segment " + zip.getName() + " lacks its block " + name);
    }
    length = Math.toIntExact(entry.getSize());
    if (block.length < length) {
      block = new byte[length + length / 4];
    }
    try (InputStream in = zip.getInputStream(entry)) {
      if (in.readNBytes(block, 0, length) < length) {
        throw damaged("ends in the middle of block " + name);
      }
    }
  }

  private void expect(byte[] text) throws IOException {
    if (!isNext(text)) {
      throw damaged("has a line that is none of its own");
    }
    at += text.length;
  }

  private boolean isNext(byte[] text) {
    return at + text.length <= length
        && Arrays.equals(block, at, at + text.length, text, 0, text.length);
  }

  private long number() throws IOException {
    long value = 0;
    int from = at;
    for (; at < length && block[at] >= '0' && block[at] <= '9'; at++) {
      value = value * 10 + block[at] - '0';
    }
    if (at == from) {
      throw damaged("lacks a number");
    }
    return value;
  }

  private int lineEnd() throws IOException {
    for (int i = at; i < length; i++) {
      if (block[i] == '\n') {
        return i;
      }
    }
    throw damaged("ends in the middle of a line");
  }

  /** The lengths stand last: what a sender calls himself cannot be mistaken for them. */
  private int lastBefore(byte[] text, int end) throws IOException {
    for (int i = end - text.length; i >= at; i--) {
      if (Arrays.equals(block, i, i + text.length, text, 0, text.length)) {
        return i;
      }
    }
    throw damaged("does not tell how long an entry is");
  }

  private static IOException damaged(String how) {
    return new IOException("a journal segment " + how);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
