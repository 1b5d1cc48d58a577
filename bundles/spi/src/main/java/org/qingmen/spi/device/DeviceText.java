package org.qingmen.spi.device;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text of devices: UTF-8 when the bytes are valid UTF-8, else GB 18030, else no text at all. */
public final class DeviceText {

  private static final Charset CHINESE = Charset.forName("GB18030");

  private DeviceText() {}

  /** The text; empty when the bytes are neither. */
  public static Optional<String> decode(byte[] bytes) {
    Optional<String> utf8 = strict(bytes, StandardCharsets.UTF_8);
    return utf8.isPresent() ? utf8 : strict(bytes, CHINESE);
  }

  private static Optional<String> strict(byte[] bytes, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
