package org.qingmen.spi.framing;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Frames that are lines: they end with LF, a CR before it is left out, empty lines are none. */
public final class LineFramer implements Framer {

  private final int longest;
  private final ByteArrayOutputStream open = new ByteArrayOutputStream();
  private boolean tooLong;
  private long skipped;

  /**
   * @param longest bytes of the longest line; longer ones are noise
   */
  public LineFramer(int longest) {
    this.longest = longest;
  }

  @Override
  public List<byte[]> feed(byte[] bytes) {
    List<byte[]> frames = new ArrayList<>();
    for (byte each : bytes) {
      if (each == '\n') {
        finish(frames);
      } else if (each != '\r') {
        take(each);
      }
    }
    return frames;
  }

  private void take(byte value) {
    if (tooLong) {
      skipped++;
      return;
    }
    open.write(value);
    if (open.size() > longest) {
      skipped += open.size();
      open.reset();
      tooLong = true;
    }
  }

  private void finish(List<byte[]> frames) {
    if (open.size() > 0) {
      frames.add(open.toByteArray());
      open.reset();
    }
    tooLong = false;
  }

  @Override
  public long skipped() {
    return skipped;
  }
}
