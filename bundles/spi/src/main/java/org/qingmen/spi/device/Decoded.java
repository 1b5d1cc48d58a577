package org.qingmen.spi.device;

import java.util.Map;

/** What a codec made of a frame. */
public sealed interface Decoded {

  /**
   * A message in the maker's own codes.
   *
   * @param fields decoded fields by name; values are String, Number, Boolean, List, Map or null
   * @param pictures pictures that came with it, by the name the device gave them
   */
  record Message(Map<String, Object> fields, Map<String, byte[]> pictures) implements Decoded {

    /** A message without pictures. */
    public Message(Map<String, Object> fields) {
      this(fields, Map.of());
    }
  }

  /**
   * A frame that is not what it claims to be.
   *
   * @param reason short name, such as {@code checksum}, {@code not-json}, {@code truncated}
   * @param details what was declared and what was found
   */
  record Refused(String reason, Map<String, Object> details) implements Decoded {}
}
