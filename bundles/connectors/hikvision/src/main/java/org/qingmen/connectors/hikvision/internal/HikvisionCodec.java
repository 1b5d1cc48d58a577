package org.qingmen.connectors.hikvision.internal;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingmen.model.ChinaTime;
import org.qingmen.spi.device.Codec;
import org.qingmen.spi.device.Decoded;
import org.qingmen.spi.device.RefusedException;
import org.qingmen.spi.framing.Multipart;
import org.qingmen.spi.framing.Multipart.Part;

/**
 * ISAPI event push of Hikvision cameras: plain XML, or a multipart body whose parts are told apart
 * by content, never by name. Setting {@code zone}: zone of the site for times without one.
 */
public final class HikvisionCodec implements Codec {

  /** Id of the protocol. */
  public static final String PROTOCOL = "hikvision-isapi";

  static final int LARGEST = 10 * 1024 * 1024;

  private final Event event;

  /** For sites in China. */
  public HikvisionCodec() {
    this(ChinaTime.ZONE);
  }

  private HikvisionCodec(ZoneId zone) {
    this.event = new Event(zone);
  }

  @Override
  public String protocol() {
    return PROTOCOL;
  }

  @Override
  public Codec with(Map<String, String> settings) {
    String zone = settings.get("zone");
    try {
      return zone == null ? this : new HikvisionCodec(ZoneId.of(zone));
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
    try {
      return Multipart.looksLikeOne(frame)
          ? multipart(frame)
          : new Decoded.Message(document(frame));
    } catch (RefusedException e) {
      return e.refused();
    }
  }

  private Decoded multipart(byte[] frame) {
    List<Part> parts =
        Multipart.parse(frame)
            .orElseThrow(() -> new RefusedException("multipart", Map.of("bytes", frame.length)));
    Part document =
        parts.stream()
            .filter(part -> Xml.startsLikeOne(part.content()))
            .findFirst()
            .orElseThrow(() -> new RefusedException("no-xml-part", Map.of("parts", labels(parts))));
    Map<String, Object> fields = document(document.content());
    fields.put("parts", labels(parts));
    Map<String, byte[]> pictures = new LinkedHashMap<>();
    List<String> broken = new ArrayList<>();
    for (Part part : parts) {
      if (Pictures.isOne(part.content())) {
        pictures.putIfAbsent(part.label(), part.content());
      } else if (part != document) {
        broken.add(part.label());
      }
    }
    fields.put("pictures", List.copyOf(pictures.keySet()));
    fields.put("brokenPictures", broken);
    return new Decoded.Message(fields, pictures);
  }

  private Map<String, Object> document(byte[] xml) {
    Element root = SafeXml.read(xml);
    if ("EventNotificationAlert".equals(root.name())) {
      return event.decode(root);
    }
    Optional<Map<String, Object>> other = OtherDocument.decode(root);
    return other.orElseThrow(
        () -> new RefusedException("unknown-root", Map.of("root", root.name())));
  }

  private static List<String> labels(List<Part> parts) {
    return parts.stream().map(Part::label).toList();
  }

  @Override
  public List<Span> explain(byte[] frame) {
    List<Span> spans = new ArrayList<>();
    Optional<List<Part>> parts =
        Multipart.looksLikeOne(frame) ? Multipart.parse(frame) : Optional.empty();
    if (parts.isEmpty()) {
      return Xml.spans(frame, 0);
    }
    for (Part part : parts.get()) {
      if (Xml.startsLikeOne(part.content())) {
        spans.addAll(Xml.spans(part.content(), part.offset()));
      } else {
        spans.add(
            new Span(
                part.offset(), part.content().length, part.label(), Pictures.kind(part.content())));
      }
    }
    return spans;
  }
}
