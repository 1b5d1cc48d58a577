package org.qingmen.connectors.vzenith.internal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qingmen.spi.device.DeviceText;

/** Base64 members: pictures, serial bytes and the texts of the loudspeaker. */
final class Base64Text {

  private static final Pattern ESCAPED = Pattern.compile("%u([0-9A-Fa-f]{4})");

  private Base64Text() {}

  /** The bytes; empty when this is no Base64. */
  static Optional<byte[]> bytes(String text) {
    try {
      String compact = text.replaceAll("\\s", "");
      return Optional.of(Base64.getDecoder().decode(compact.getBytes(StandardCharsets.US_ASCII)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The bytes of a JPEG or PNG picture; empty when it is none. */
  static Optional<byte[]> picture(String text) {
    int comma = text.startsWith("data:") ? text.indexOf(',') : -1;
    return bytes(text.substring(comma + 1)).filter(Base64Text::isPicture);
  }

  private static boolean isPicture(byte[] bytes) {
    boolean jpeg = bytes.length > 3 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xd8;
    boolean png = bytes.length > 8 && (bytes[0] & 0xff) == 0x89 && bytes[1] == 'P';
    return jpeg || png;
  }

  /** A spoken text: UTF-8, GB 18030, or either with {@code %uXXXX} escapes. */
  static Optional<String> spoken(String text) {
    return bytes(text)
        .flatMap(DeviceText::decode)
        .map(
            plain ->
                ESCAPED
                    .matcher(plain)
                    .replaceAll(
                        match ->
                            Matcher.quoteReplacement(
                                Character.toString(Integer.parseInt(match.group(1), 16)))));
  }
}
