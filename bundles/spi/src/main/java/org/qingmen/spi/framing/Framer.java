package org.qingmen.spi.framing;

import java.util.List;

/**
 * Cuts a byte stream into frames. One instance per connection; not safe for concurrent use. Memory
 * is bounded by the longest frame.
 */
public interface Framer {

  /**
   * Takes the next bytes of the stream, however they were cut.
   *
   * @return the frames completed by them, in order; empty when none is complete yet
   */
  List<byte[]> feed(byte[] bytes);

  /** Bytes skipped so far because they belong to no frame. */
  long skipped();
}
