package org.qingmen.connectors.hikvision.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qingmen.spi.device.Codec.Span;
import org.qingmen.spi.device.DeviceText;

/** Tells XML by its first byte and shows where each value of it stands. */
final class Xml {

  private static final Pattern LEAF =
      Pattern.compile("<(?:[\\w.-]+:)?([\\w.-]{1,80})(?:\\s[^<>]{0,400})?>([^<]{1,400})</");

  private Xml() {}

  static boolean startsLikeOne(byte[] content) {
    int at = content.length > 2 && (content[0] & 0xff) == 0xef ? 3 : 0;
    while (at < content.length && content[at] >= 0 && content[at] <= ' ') {
      at++;
    }
    return at < content.length && content[at] == '<';
  }

  /** Every element with text, in the order of the bytes. */
  static List<Span> spans(byte[] content, int base) {
    List<Span> spans = new ArrayList<>();
    Matcher leaf = LEAF.matcher(new String(content, StandardCharsets.ISO_8859_1));
    while (leaf.find()) {
      byte[] value = Arrays.copyOfRange(content, leaf.start(2), leaf.end(2));
      String text = DeviceText.decode(value).orElse("?").strip();
      if (!text.isEmpty()) {
        spans.add(new Span(base + leaf.start(2), value.length, leaf.group(1), text));
      }
    }
    return spans;
  }
}
