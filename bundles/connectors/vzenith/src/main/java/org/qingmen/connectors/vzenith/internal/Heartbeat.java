package org.qingmen.connectors.vzenith.internal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.qingmen.spi.device.Codec.Span;
import org.qingmen.spi.device.Decoded;
import org.qingmen.spi.framing.Multipart;

/**
 * The form a camera sends every few seconds. It carries the camera's web password in clear text,
 * which is dropped here and goes nowhere.
 */
final class Heartbeat {

  private static final Set<String> SECRET = Set.of("pass_wd", "password", "user_name");
  private static final Pattern PAIR = Pattern.compile("\\w{1,40}=[^&]*+");
  private static final int LARGEST_FORM = 4096;
  private static final String REMOVED = "***";

  private Heartbeat() {}

  static Optional<Map<String, String>> form(byte[] body) {
    Optional<List<Multipart.Part>> parts = Multipart.parse(body);
    if (parts.isPresent()) {
      Map<String, String> form = new LinkedHashMap<>();
      parts.get().stream()
          .filter(part -> part.name() != null)
          .forEach(part -> form.putIfAbsent(part.name(), text(part.content())));
      return Optional.of(form);
    }
    String text = new String(body, StandardCharsets.ISO_8859_1).strip();
    boolean pairs =
        body.length < LARGEST_FORM
            && Arrays.stream(text.split("&", -1)).allMatch(pair -> PAIR.matcher(pair).matches());
    return pairs ? Optional.of(urlEncoded(text)) : Optional.empty();
  }

  private static Map<String, String> urlEncoded(String text) {
    Map<String, String> form = new LinkedHashMap<>();
    for (String pair : text.split("&")) {
      int equals = pair.indexOf('=');
      String value = pair.substring(equals + 1);
      boolean plain = value.indexOf('%') < 0;
      String decoded = plain ? value.replace('+', ' ') : percent(value);
      form.putIfAbsent(pair.substring(0, equals), decoded);
    }
    return form;
  }

  /** Decodes percent signs; a value that uses them otherwise is taken as it is. */
  private static String percent(String value) {
    for (int at = value.indexOf('%'); at >= 0; at = value.indexOf('%', at + 1)) {
      boolean sound = at + 2 < value.length() && hex(value, at + 1) && hex(value, at + 2);
      if (!sound) {
        return value;
      }
    }
    return URLDecoder.decode(value, StandardCharsets.UTF_8);
  }

  private static boolean hex(String text, int at) {
    return Character.digit(text.charAt(at), 16) >= 0 && text.charAt(at) < 0x80;
  }

  static Decoded decode(Map<String, String> form) {
    String serial = form.get("serialno");
    if (serial == null || serial.isBlank()) {
      return new Decoded.Refused("missing-member", Map.of("field", "serialno"));
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("isHeartbeat", true);
    fields.put("isPassage", false);
    fields.put("serial", serial);
    fields.put("ipaddr", form.get("ipaddr"));
    fields.put("deviceName", form.get("device_name"));
    fields.put("port", number(form.get("port")));
    fields.put("channel", number(form.get("channel_num")));
    return new Decoded.Message(fields);
  }

  /** The form without its secrets, safe to keep. */
  static byte[] scrubbed(Map<String, String> form) {
    StringBuilder kept = new StringBuilder();
    form.forEach(
        (name, value) -> kept.append(name).append('=').append(shown(name, value)).append('\n'));
    return kept.toString().getBytes(StandardCharsets.UTF_8);
  }

  static List<Span> explain(byte[] body) {
    List<Span> spans = new ArrayList<>();
    for (Multipart.Part part : Multipart.parse(body).orElse(List.of())) {
      String name = part.label();
      spans.add(
          new Span(part.offset(), part.content().length, name, shown(name, text(part.content()))));
    }
    return spans;
  }

  private static String shown(String name, String value) {
    return SECRET.contains(name) ? REMOVED : value;
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8).strip();
  }

  private static Long number(String text) {
    return text != null && text.matches("\\d{1,9}") ? Long.valueOf(text) : null;
  }
}
