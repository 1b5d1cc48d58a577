package org.qingmen.connectors.yaohua.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingmen.spi.device.Codec;
import org.qingmen.spi.device.Decoded;
import org.qingmen.spi.device.Device;
import org.qingmen.spi.framing.Framer;
import org.qingmen.spi.intake.TicketSink.Weighing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The line to one scale: bytes in, weighings out. One per connection. */
final class ScaleLine {

  private static final Logger LOG = LoggerFactory.getLogger(ScaleLine.class);
  private static final Duration GAP = Duration.ofSeconds(5);

  private final Device device;
  private final Codec codec;
  private final Framer framer;
  private final ScaleSettings settings;
  private final Stability stability;
  private final Clock clock;
  private Instant last = Instant.EPOCH;
  private long refused;

  /**
   * @throws IllegalArgumentException naming a setting of the device that is wrong
   */
  ScaleLine(Device device, Codec codec, Clock clock) {
    this.device = device;
    this.settings = ScaleSettings.of(device);
    this.codec = codec.with(codecSettings(device));
    this.framer = this.codec.framer().orElseThrow();
    this.stability = new Stability(settings);
    this.clock = clock;
  }

  /** One frame of text does not say its order, so a live line never guesses. */
  private static Map<String, String> codecSettings(Device device) {
    Map<String, String> settings = new HashMap<>(device.settings());
    settings.putIfAbsent("order", "forward");
    return settings;
  }

  /** Takes the next bytes. */
  List<Weighing> feed(byte[] bytes) {
    Instant now = clock.instant();
    if (Duration.between(last, now).compareTo(GAP) > 0) {
      stability.forget();
    }
    last = now;
    List<Weighing> weighings = new ArrayList<>();
    for (byte[] frame : framer.feed(bytes)) {
      if (codec.decode(frame) instanceof Decoded.Message message) {
        value(message, frame, now, weighings);
      } else {
        refuse((Decoded.Refused) codec.decode(frame));
      }
    }
    return weighings;
  }

  private void value(Decoded.Message message, byte[] frame, Instant now, List<Weighing> weighings) {
    if (!(message.fields().get("value") instanceof Number value)) {
      stability.forget(); // overload or underload is no weight
      return;
    }
    Object sent = message.fields().get("unit");
    String unit = sent == null ? settings.unit() : sent.toString();
    double factor = unit.equals(settings.unit()) ? settings.factor() : factor(unit);
    double kilograms = value.doubleValue() * factor;
    if (stability.next(kilograms, now)) {
      weighings.add(weighing(kilograms, unit, frame, now));
    }
  }

  private static double factor(String unit) {
    return switch (unit) {
      case "t" -> 1000;
      case "g" -> 0.001;
      case "lb" -> 0.45359237;
      default -> 1;
    };
  }

  private Weighing weighing(double kilograms, String unit, byte[] frame, Instant now) {
    String barrier = device.lanes().isEmpty() ? null : device.lanes().get(0).barrier();
    return new Weighing(
        device.id(), device.enterprise(), barrier, now, kilograms, unit, "derived", frame);
  }

  private void refuse(Decoded.Refused frame) {
    refused++;
    if (refused == 1) {
      LOG.info("scale {}: frame refused: {} {}", device.id(), frame.reason(), frame.details());
    }
  }

  /** What the indicator must be asked again and again; empty when it speaks by itself. */
  Optional<byte[]> question() {
    return CommandCodec.PROTOCOL.equals(device.protocol())
        ? Optional.of(CommandCodec.askGross(device.setting("address", "A")))
        : Optional.empty();
  }

  Device device() {
    return device;
  }

  /** Frames refused so far. */
  long refused() {
    return refused;
  }
}
