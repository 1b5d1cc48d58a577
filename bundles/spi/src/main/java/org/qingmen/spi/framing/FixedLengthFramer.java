package org.qingmen.spi.framing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Frames of one known length between two marks, whose content may hold the marks too. When the end
 * mark is not where it belongs, the search goes on at the next start mark inside the false frame.
 */
public final class FixedLengthFramer implements Framer {

  private final int start;
  private final int end;
  private final byte[] window;
  private int filled;
  private long skipped;

  /**
   * @param start first byte of a frame
   * @param length bytes of a frame, marks included, at least 2
   * @param end last byte of a frame
   */
  public FixedLengthFramer(int start, int length, int end) {
    if (length < 2) {
      throw new IllegalArgumentException("a frame has at least its two marks: " + length);
    }
    this.start = start & 0xff;
    this.end = end & 0xff;
    this.window = new byte[length];
  }

  @Override
  public List<byte[]> feed(byte[] bytes) {
    List<byte[]> frames = new ArrayList<>();
    for (byte each : bytes) {
      window[filled++] = each;
      align();
      if (filled == window.length) {
        finish(frames);
      }
    }
    return frames;
  }

  private void finish(List<byte[]> frames) {
    if ((window[filled - 1] & 0xff) == end) {
      frames.add(window.clone());
      filled = 0;
    } else {
      shift(1);
      align();
    }
  }

  private void align() {
    int from = 0;
    while (from < filled && (window[from] & 0xff) != start) {
      from++;
    }
    if (from > 0) {
      shift(from);
    }
  }

  private void shift(int count) {
    byte[] rest = Arrays.copyOfRange(window, count, filled);
    System.arraycopy(rest, 0, window, 0, rest.length);
    filled = rest.length;
    skipped += count;
  }

  @Override
  public long skipped() {
    return skipped;
  }
}
