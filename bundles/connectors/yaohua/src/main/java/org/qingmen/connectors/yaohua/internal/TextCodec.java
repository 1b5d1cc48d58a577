package org.qingmen.connectors.yaohua.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qingmen.spi.device.Codec;
import org.qingmen.spi.device.Decoded;
import org.qingmen.spi.device.RefusedException;
import org.qingmen.spi.framing.Framer;
import org.qingmen.spi.framing.StartMarkFramer;

/**
 * {@code =} text of Yaohua indicators, forward ({@code =0003.000}) or with its characters reversed
 * ({@code =000.3000}), some with a unit ({@code =00004.8(kg)}). One frame alone does not say which:
 * setting {@code order=forward} or {@code reversed}. With {@code order=auto} (explaining captures)
 * a sign decides, else the reading with at most three decimals, else forward; the field {@code
 * orderBy} says how.
 */
public final class TextCodec implements Codec {

  /** Id of the protocol. */
  public static final String PROTOCOL = "yaohua-text";

  private static final int LONGEST_FRAME = 24;
  private static final int LARGEST = 64 * 1024;
  private static final String AUTO = "auto";
  private static final String FORWARD = "forward";
  private static final String REVERSED = "reversed";
  private static final Pattern VALUE =
      Pattern.compile("=\\s*([-+]?)([0-9.]{1,10})([-+]?)\\s*(?:\\(?(kg|t|g|lb)\\)?)?\\s*");

  private final String order;

  /** With the order found from the capture. */
  public TextCodec() {
    this(AUTO);
  }

  private TextCodec(String order) {
    this.order = order;
  }

  @Override
  public String protocol() {
    return PROTOCOL;
  }

  @Override
  public Codec with(Map<String, String> settings) {
    return new TextCodec(Settings.oneOf(settings, "order", List.of(AUTO, FORWARD, REVERSED)));
  }

  @Override
  public Optional<Framer> framer() {
    return Optional.of(new StartMarkFramer('=', LONGEST_FRAME));
  }

  @Override
  public Decoded decode(byte[] frame) {
    try {
      List<Matcher> readings = readings(frame);
      String by = AUTO.equals(order) ? evidence(readings) : "setting";
      boolean reversed = AUTO.equals(order) ? by.startsWith(REVERSED) : order.equals(REVERSED);
      List<Number> values = new ArrayList<>();
      for (Matcher reading : readings) {
        values.add(value(reading, reversed));
      }
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("values", values);
      if (values.size() == 1) {
        fields.put("value", values.get(0));
      }
      fields.put("unit", readings.get(0).group(4));
      fields.put("order", reversed ? REVERSED : FORWARD);
      fields.put("orderBy", by.substring(by.indexOf(' ') + 1));
      return new Decoded.Message(fields);
    } catch (RefusedException e) {
      return e.refused();
    }
  }

  private static List<Matcher> readings(byte[] frame) {
    if (frame.length > LARGEST) {
      throw new RefusedException("too-large", Map.of("limit", LARGEST, "found", frame.length));
    }
    String text = Frame.text(frame, 0, frame.length).strip();
    List<Matcher> readings = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      Matcher reading = VALUE.matcher(text).region(at, text.length());
      if (!reading.lookingAt()) {
        String found = text.substring(at, Math.min(text.length(), at + 12));
        throw new RefusedException("format", Map.of("at", at, "found", Frame.printable(found)));
      }
      number(reading, at);
      readings.add(reading);
      at = reading.end();
    }
    if (readings.isEmpty()) {
      throw new RefusedException("empty", Map.of());
    }
    return readings;
  }

  private static void number(Matcher reading, int at) {
    String digits = reading.group(2);
    boolean oneSign = reading.group(1).isEmpty() || reading.group(3).isEmpty();
    boolean onePoint = digits.indexOf('.') == digits.lastIndexOf('.');
    if (!oneSign || !onePoint || digits.equals(".")) {
      throw new RefusedException("digits", Map.of("at", at, "found", reading.group().strip()));
    }
  }

  /** What says in which order the digits stand, such as {@code reversed sign}. */
  private static String evidence(List<Matcher> readings) {
    for (Matcher reading : readings) {
      if (!reading.group(3).isEmpty()) {
        return REVERSED + " sign";
      }
      if (!reading.group(1).isEmpty() || reading.group(4) != null) {
        return FORWARD + " sign";
      }
    }
    for (Matcher reading : readings) {
      String digits = reading.group(2);
      int point = digits.indexOf('.');
      int behind = digits.length() - 1 - point;
      if (point > 0 && behind != point && Math.max(behind, point) > 3) {
        return (behind > 3 ? REVERSED : FORWARD) + " point";
      }
    }
    return FORWARD + " default";
  }

  private static Number value(Matcher reading, boolean reversed) {
    String sign = reversed ? reading.group(3) : reading.group(1);
    String other = reversed ? reading.group(1) : reading.group(3);
    if (!other.isEmpty()) {
      throw new RefusedException("sign", Map.of("found", reading.group().strip()));
    }
    String digits = reading.group(2);
    String ordered = reversed ? new StringBuilder(digits).reverse().toString() : digits;
    String whole = ordered.endsWith(".") ? ordered.substring(0, ordered.length() - 1) : ordered;
    BigDecimal value = new BigDecimal(whole.startsWith(".") ? "0" + whole : whole);
    BigDecimal signed = "-".equals(sign) ? value.negate() : value;
    return whole.indexOf('.') < 0 ? (Number) signed.longValueExact() : signed;
  }

  @Override
  public List<Span> explain(byte[] frame) {
    List<Span> spans = new ArrayList<>();
    String text = Frame.text(frame, 0, frame.length);
    Matcher reading = VALUE.matcher(text);
    while (reading.find()) {
      spans.add(new Span(reading.start(), 1, "mark", "="));
      spans.add(new Span(reading.start(2), reading.group(2).length(), "digits", reading.group(2)));
      for (int group : new int[] {1, 3}) {
        if (!reading.group(group).isEmpty()) {
          spans.add(new Span(reading.start(group), 1, "sign", reading.group(group)));
        }
      }
      if (reading.group(4) != null) {
        spans.add(new Span(reading.start(4), reading.group(4).length(), "unit", reading.group(4)));
      }
    }
    return spans;
  }
}
