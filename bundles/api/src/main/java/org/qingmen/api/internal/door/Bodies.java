package org.qingmen.api.internal.door;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads bodies within bounds. */
final class Bodies {

  private static final int CHUNK = 16 * 1024;
  private static final long PATIENCE = 64L << 20;

  private Bodies() {}

  /**
   * Reads a body whole.
   *
   * @param announced Content-Length, -1 when unknown
   * @throws BodyTooLargeException as soon as it is longer than the limit
   */
  static byte[] read(InputStream in, long announced, long limit) throws IOException {
    if (announced > limit) {
      // A client that is still sending would not read the answer; a little patience helps it.
      in.skipNBytes(Math.min(announced, PATIENCE));
      throw new BodyTooLargeException(limit);
    }
    if (announced >= 0) {
      return in.readNBytes((int) announced);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(CHUNK);
    byte[] chunk = new byte[CHUNK];
    for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
      out.write(chunk, 0, n);
      if (out.size() > limit) {
        throw new BodyTooLargeException(limit);
      }
    }
    return out.toByteArray();
  }
}
