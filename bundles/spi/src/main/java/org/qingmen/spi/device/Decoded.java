package org.qingmen.spi.device;

import java.util.Map;

/** What a codec made of a frame. */
public sealed interface Decoded {

  /**
   * A message in the maker's own codes.
   *
   * @param fields decoded fields by name; values are String, Number, Boolean, List, Map or null
   */
  record Message(Map<String, Object> fields) implements Decoded {}

  /**
   * A frame that is not what it claims to be.
   *
   * @param reason short name, such as {@code checksum}, {@code not-json}, {@code truncated}
   * @param details what was declared and what was found
   */
  record Refused(String reason, Map<String, Object> details) implements Decoded {}
}
