package org.qingmen.spi.framing;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Text frames that begin with a mark and have no end of their own, such as {@code =0003.000}: a
 * frame is complete when the next mark or a line end arrives. Line ends belong to no frame.
 */
public final class StartMarkFramer implements Framer {

  private final int mark;
  private final int longest;
  private final ByteArrayOutputStream open = new ByteArrayOutputStream();
  private long skipped;

  /**
   * @param mark first byte of a frame
   * @param longest bytes of the longest frame, mark included
   */
  public StartMarkFramer(int mark, int longest) {
    this.mark = mark & 0xff;
    this.longest = longest;
  }

  @Override
  public List<byte[]> feed(byte[] bytes) {
    List<byte[]> frames = new ArrayList<>();
    for (byte each : bytes) {
      int value = each & 0xff;
      boolean lineEnd = value == '\r' || value == '\n';
      if (value == mark || lineEnd) {
        finish(frames);
      }
      if (value == mark || open.size() > 0) {
        open.write(value);
      } else if (!lineEnd) {
        skipped++;
      }
      if (open.size() > longest) {
        skipped += open.size();
        open.reset();
      }
    }
    return frames;
  }

  private void finish(List<byte[]> frames) {
    if (open.size() > 1) {
      frames.add(open.toByteArray());
    } else {
      skipped += open.size();
    }
    open.reset();
  }

  @Override
  public long skipped() {
    return skipped;
  }
}
