package org.qingmen.connectors.yaohua.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qingmen.spi.device.Codec;
import org.qingmen.spi.device.Decoded;
import org.qingmen.spi.device.RefusedException;
import org.qingmen.spi.framing.Framer;
import org.qingmen.spi.framing.LineFramer;

/**
 * Text line of the Yaohua A12: kind of weight, value and unit, or overload and underload, followed
 * by the XOR of all characters before it as two hex digits.
 */
public final class A12Codec implements Codec {

  /** Id of the protocol. */
  public static final String PROTOCOL = "yaohua-a12";

  private static final int SHORTEST = 4;
  private static final int LONGEST = 32;
  private static final Pattern WEIGHT =
      Pattern.compile(
          "\\s*([A-Z]{0,2})\\s*([-+]?)\\s*(\\d{1,7}(?:\\.\\d{1,4})?)\\s*(kg|t|g|lb|KG)?\\s*");
  private static final Map<String, String> MODES =
      Map.of("WG", "gross", "WN", "net", "WT", "tare", "GS", "gross", "NT", "net");

  @Override
  public String protocol() {
    return PROTOCOL;
  }

  @Override
  public Optional<Framer> framer() {
    return Optional.of(new LineFramer(LONGEST));
  }

  @Override
  public Decoded decode(byte[] frame) {
    try {
      return new Decoded.Message(fields(line(frame)));
    } catch (RefusedException e) {
      return e.refused();
    }
  }

  /** The line without its end; blanks at the start are part of the check. */
  private static String line(byte[] frame) {
    int to = frame.length;
    while (to > 0 && (frame[to - 1] == '\r' || frame[to - 1] == '\n')) {
      to--;
    }
    if (to == 0) {
      throw new RefusedException("empty", Map.of());
    }
    if (to < SHORTEST) {
      throw new RefusedException("truncated", Map.of("expected", SHORTEST, "found", to));
    }
    if (to > LONGEST) {
      throw new RefusedException("too-long", Map.of("expected", LONGEST, "found", to));
    }
    return Frame.text(frame, 0, to);
  }

  private static Map<String, Object> fields(String line) {
    String body = line.substring(0, line.length() - 2);
    String declared = line.substring(line.length() - 2);
    String computed = String.format("%02X", body.chars().reduce(0, (a, b) -> a ^ b) & 0xff);
    if (!declared.toUpperCase(Locale.ROOT).equals(computed)) {
      throw new RefusedException(
          "checksum", Map.of("declared", Frame.printable(declared), "computed", computed));
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    String content = body.strip();
    boolean over = content.endsWith("OL");
    boolean under = content.endsWith("LO");
    fields.put("overload", over);
    fields.put("underload", under);
    fields.put("checksum", computed);
    if (!over && !under) {
      weight(fields, body);
    }
    return fields;
  }

  private static void weight(Map<String, Object> fields, String body) {
    Matcher matcher = WEIGHT.matcher(body);
    if (!matcher.matches()) {
      throw new RefusedException("format", Map.of("found", Frame.printable(body)));
    }
    boolean negative = "-".equals(matcher.group(2));
    String digits = matcher.group(3);
    BigDecimal value = new BigDecimal(negative ? "-" + digits : digits);
    fields.put("kind", matcher.group(1));
    fields.put("mode", MODES.get(matcher.group(1)));
    fields.put("negative", negative);
    fields.put("value", digits.indexOf('.') < 0 ? (Number) value.longValueExact() : value);
    fields.put("unit", matcher.group(4) == null ? null : matcher.group(4).toLowerCase(Locale.ROOT));
  }

  @Override
  public List<Span> explain(byte[] frame) {
    List<Span> spans = new ArrayList<>();
    int to = frame.length;
    while (to > 0 && (frame[to - 1] == '\r' || frame[to - 1] == '\n')) {
      to--;
    }
    Spans layout = new Spans(frame, spans);
    layout.add(0, Math.max(0, to - 2), "text");
    layout.add(to - 2, 2, "check");
    layout.add(to, frame.length - to, "line end");
    return spans;
  }
}
