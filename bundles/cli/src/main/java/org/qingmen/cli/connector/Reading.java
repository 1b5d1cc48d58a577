package org.qingmen.cli.connector;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.qingmen.spi.device.Codec;
import org.qingmen.spi.device.Decoded;
import org.qingmen.spi.framing.Framer;

/**
 * What a codec makes of a capture, which may be one frame or a piece of a stream.
 *
 * @param valid whether everything in it decodes
 * @param reason why not; null when valid
 * @param decoded the fields; of an invalid one what was declared and found
 * @param message the decoded message with its pictures, null when invalid
 */
record Reading(boolean valid, String reason, Map<String, Object> decoded, Decoded.Message message) {

  static Reading of(Codec codec, byte[] capture) {
    Decoded whole = codec.decode(capture);
    if (whole instanceof Decoded.Message message) {
      return new Reading(true, null, message.fields(), message);
    }
    Decoded.Refused refused = (Decoded.Refused) whole;
    return codec
        .framer()
        .map(framer -> stream(codec, framer, capture, refused))
        .orElseGet(() -> refusal(refused, Map.of()));
  }

  private static Reading stream(Codec codec, Framer framer, byte[] capture, Decoded.Refused whole) {
    List<byte[]> frames = new ArrayList<>(framer.feed(capture));
    long skipped = framer.skipped();
    frames.addAll(framer.feed("\n".getBytes(StandardCharsets.US_ASCII)));
    if (frames.isEmpty() || Arrays.equals(frames.get(0), capture)) {
      return refusal(whole, Map.of());
    }
    Map<String, Object> found = new LinkedHashMap<>();
    List<Object> values = new ArrayList<>();
    Decoded.Message first = null;
    Decoded.Refused bad = null;
    for (byte[] frame : frames) {
      Decoded decoded = codec.decode(frame);
      if (decoded instanceof Decoded.Message message) {
        first = first == null ? message : first;
        values.add(message.fields().get("value"));
      } else if (bad == null) {
        bad = (Decoded.Refused) decoded;
      }
    }
    found.put("frames", frames.size());
    found.put("skipped", skipped);
    found.put("values", values);
    if (bad != null) {
      return refusal(bad, found);
    }
    Map<String, Object> fields = new LinkedHashMap<>(first.fields());
    fields.putAll(found);
    return new Reading(true, null, fields, first);
  }

  private static Reading refusal(Decoded.Refused refused, Map<String, Object> more) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("error", refused.reason());
    details.putAll(new TreeMap<>(refused.details()));
    details.putAll(more);
    return new Reading(false, refused.reason(), details, null);
  }
}
