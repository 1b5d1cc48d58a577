package org.qingmen.spi.framing;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Frames that begin with one mark, end with another, and hold neither in between, such as the STX
 * (02h) and ETX (03h) of weighing indicators. A start mark inside a frame means that the rest of
 * the frame before was lost: what was read of it is skipped and the new frame begins.
 */
public final class StxEtxFramer implements Framer {

  private static final int STX = 0x02;
  private static final int ETX = 0x03;

  private final int start;
  private final int end;
  private final int longest;
  private final ByteArrayOutputStream open = new ByteArrayOutputStream();
  private long skipped;

  /**
   * Frames between STX and ETX.
   *
   * @param longest bytes of the longest frame, marks included; what grows longer is noise
   */
  public StxEtxFramer(int longest) {
    this(STX, ETX, longest);
  }

  /**
   * Frames between two marks.
   *
   * @param start first byte of a frame
   * @param end last byte of a frame
   * @param longest bytes of the longest frame, at least 2
   */
  public StxEtxFramer(int start, int end, int longest) {
    if (longest < 2) {
      throw new IllegalArgumentException("a frame has at least its two marks: " + longest);
    }
    this.start = start & 0xff;
    this.end = end & 0xff;
    this.longest = longest;
  }

  @Override
  public List<byte[]> feed(byte[] bytes) {
    List<byte[]> frames = new ArrayList<>();
    for (byte each : bytes) {
      take(each & 0xff, frames);
    }
    return frames;
  }

  private void take(int value, List<byte[]> frames) {
    if (value == start) {
      drop();
      open.write(value);
    } else if (open.size() == 0) {
      skipped++;
    } else {
      open.write(value);
      if (value == end) {
        frames.add(open.toByteArray());
        open.reset();
      } else if (open.size() >= longest) {
        drop();
      }
    }
  }

  private void drop() {
    skipped += open.size();
    open.reset();
  }

  @Override
  public long skipped() {
    return skipped;
  }
}
