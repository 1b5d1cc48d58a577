package org.qingmen.spi.device;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingmen.spi.framing.Framer;

/**
 * Turns one complete frame of a device into a message, without translating the maker's own codes.
 * Stateless, safe for concurrent use, never throws for bad input and never guesses: it decodes or
 * refuses by name.
 */
public interface Codec {

  /** Id of the protocol, such as {@code vzenith-http}. */
  String protocol();

  /** Decodes one frame. */
  Decoded decode(byte[] frame);

  /**
   * Explains a frame piece by piece, as far as it can be read.
   *
   * @return spans in the order of their offsets
   */
  List<Span> explain(byte[] frame);

  /**
   * The same codec for devices with these settings, such as {@code order=reversed}. What the bytes
   * alone cannot tell is a setting, never a guess.
   *
   * @throws IllegalArgumentException when a setting of this codec has a value it does not know
   */
  default Codec with(Map<String, String> settings) {
    return this;
  }

  /** A new framer for one connection; empty when the transport delivers whole messages. */
  default Optional<Framer> framer() {
    return Optional.empty();
  }

  /**
   * A piece of a frame.
   *
   * @param offset offset of its first byte
   * @param length number of bytes
   * @param field what it is
   * @param value what it says
   */
  record Span(int offset, int length, String field, String value) {}
}
