package org.qingmen.connectors.vzenith.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingmen.model.ChinaTime;
import org.qingmen.spi.device.Codec;
import org.qingmen.spi.device.Decoded;
import org.qingmen.spi.device.DeviceText;
import org.qingmen.spi.device.RefusedException;

/**
 * The HTTP push of Vzenith cameras and their relatives: recognition results, contacts, serial
 * bytes, snapshots, heartbeats, and the answers to them. Setting {@code zone}: zone of the site,
 * {@code Asia/Shanghai} unless told otherwise.
 */
public final class VzenithCodec implements Codec {

  /** Id of the protocol. */
  public static final String PROTOCOL = "vzenith-http";

  static final int LARGEST = 10 * 1024 * 1024;
  private static final int DEEPEST = 40;
  private static final String RESPONSE = "Response_";
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(LARGEST)
                          .maxNumberLength(60)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final CaptureTime time;

  /** For sites in China. */
  public VzenithCodec() {
    this(ChinaTime.ZONE);
  }

  private VzenithCodec(ZoneId zone) {
    this.time = new CaptureTime(zone);
  }

  @Override
  public String protocol() {
    return PROTOCOL;
  }

  @Override
  public Codec with(Map<String, String> settings) {
    String zone = settings.get("zone");
    try {
      return zone == null ? this : new VzenithCodec(ZoneId.of(zone));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("zone=" + zone + ": " + e.getMessage(), e);
    }
  }

  @Override
  public Decoded decode(byte[] frame) {
    if (frame.length == 0) {
      return new Decoded.Refused("empty", Map.of());
    }
    if (frame.length > LARGEST) {
      return new Decoded.Refused("too-large", Map.of("limit", LARGEST, "found", frame.length));
    }
    Optional<Map<String, String>> form = Heartbeat.form(frame);
    try {
      return form.isPresent() ? Heartbeat.decode(form.get()) : decodeJson(frame);
    } catch (RefusedException e) {
      return e.refused();
    }
  }

  private Decoded decodeJson(byte[] frame) {
    JsonNode tree = parse(frame);
    if (!tree.isObject()) {
      throw new RefusedException("not-an-object", Map.of("found", tree.getNodeType().name()));
    }
    Members root = new Members(tree);
    if (root.has("AlarmInfoPlate")) {
      return PlatePush.decode(root.need("AlarmInfoPlate"), time);
    } else if (root.has("AlarmGioIn")) {
      return OtherPush.contact(root.need("AlarmGioIn"));
    } else if (root.has("SerialData")) {
      return OtherPush.serialData(root.need("SerialData"));
    } else if (root.has("TriggerImage")) {
      return OtherPush.triggerImage(root);
    }
    return rarer(root);
  }

  private static Decoded rarer(Members root) {
    List<String> names = new ArrayList<>();
    root.node().fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      if (name.startsWith(RESPONSE)) {
        return Reply.decode(root.need(name));
      } else if ("heartbeat".equalsIgnoreCase(name)) {
        return OtherPush.heartbeat(root.need(name));
      }
    }
    if (root.has("ContinuePushOffline")) {
      return Reply.decode(root);
    }
    throw new RefusedException("unknown-message", Map.of("members", names));
  }

  private static JsonNode parse(byte[] frame) {
    String text =
        DeviceText.decode(frame)
            .orElseThrow(() -> new RefusedException("not-text", Map.of("encoding", "UTF-8")));
    try {
      return JSON.readTree(trimmed(text));
    } catch (JsonProcessingException e) {
      long at = e.getLocation() == null ? -1 : e.getLocation().getCharOffset();
      throw new RefusedException(
          "not-json", Map.of("at", at, "problem", String.valueOf(e.getOriginalMessage())));
    }
  }

  /** Some firmware writes a byte order mark before and NUL bytes around the message. */
  private static String trimmed(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && (text.charAt(from) <= ' ' || text.charAt(from) == '\uFEFF')) {
      from++;
    }
    while (to > from && text.charAt(to - 1) <= ' ') {
      to--;
    }
    return text.substring(from, to);
  }

  @Override
  public List<Span> explain(byte[] frame) {
    List<Span> form = Heartbeat.explain(frame);
    return form.isEmpty() ? JsonSpans.of(frame) : form;
  }
}
