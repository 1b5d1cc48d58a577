package org.qingmen.spi.framing;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Frames that begin with a mark of one or more bytes and carry their length as a big-endian number.
 * Only the length decides where a frame ends, so the mark may occur inside. A length that cannot be
 * means noise: the search goes on behind the false mark.
 */
public final class LengthPrefixedFramer implements Framer {

  private final byte[] mark;
  private final int lengthAt;
  private final int lengthBytes;
  private final int overhead;
  private final int longest;
  private byte[] held = {};
  private long skipped;

  /**
   * @param mark first bytes of a frame
   * @param lengthAt offset of the length from the start of the frame
   * @param lengthBytes bytes of the length, 1 to 3
   * @param overhead bytes of a frame that the length does not count
   * @param longest bytes of the longest frame in all
   */
  public LengthPrefixedFramer(
      byte[] mark, int lengthAt, int lengthBytes, int overhead, int longest) {
    if (mark.length == 0 || lengthAt < mark.length || lengthBytes < 1 || lengthBytes > 3) {
      throw new IllegalArgumentException("the length (1 to 3 bytes) stands behind the mark");
    }
    this.mark = mark.clone();
    this.lengthAt = lengthAt;
    this.lengthBytes = lengthBytes;
    this.overhead = overhead;
    this.longest = longest;
  }

  @Override
  public List<byte[]> feed(byte[] bytes) {
    List<byte[]> frames = new ArrayList<>();
    ByteArrayOutputStream all = new ByteArrayOutputStream(held.length + bytes.length);
    all.writeBytes(held);
    all.writeBytes(bytes);
    byte[] stream = all.toByteArray();
    int at = 0;
    while (true) {
      int begin = find(stream, at);
      skipped += begin - at;
      at = begin;
      if (stream.length - at < lengthAt + lengthBytes) {
        break;
      }
      int size = size(stream, at);
      if (size > longest || size < lengthAt + lengthBytes) {
        skipped++;
        at++;
      } else if (stream.length - at >= size) {
        frames.add(Arrays.copyOfRange(stream, at, at + size));
        at += size;
      } else {
        break;
      }
    }
    held = Arrays.copyOfRange(stream, at, stream.length);
    return frames;
  }

  private int size(byte[] stream, int at) {
    int length = 0;
    for (int i = 0; i < lengthBytes; i++) {
      length = length << 8 | stream[at + lengthAt + i] & 0xff;
    }
    return length + overhead;
  }

  /** Where the mark, or the beginning of one at the very end, stands. */
  private int find(byte[] stream, int from) {
    for (int at = from; at < stream.length; at++) {
      int count = Math.min(mark.length, stream.length - at);
      if (Arrays.equals(stream, at, at + count, mark, 0, count)) {
        return at;
      }
    }
    return stream.length;
  }

  @Override
  public long skipped() {
    return skipped;
  }
}
