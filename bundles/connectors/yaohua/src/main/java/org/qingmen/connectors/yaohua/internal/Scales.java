package org.qingmen.connectors.yaohua.internal;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingmen.spi.device.Codec;
import org.qingmen.spi.device.Device;
import org.qingmen.spi.device.DeviceDirectory;

/** Registered scales and the codecs they speak. */
final class Scales {

  private static final int MOST_STRANGERS = 1000;

  private final DeviceDirectory devices;
  private final Clock clock;
  private final List<Codec> codecs =
      List.of(new ContinuousCodec(), new TextCodec(), new A12Codec(), new CommandCodec());
  private final Map<String, Boolean> strangers =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > MOST_STRANGERS;
        }
      };

  Scales(DeviceDirectory devices, Clock clock) {
    this.devices = devices;
    this.clock = clock;
  }

  /** The line of the scale registered with this address, empty when there is none. */
  Optional<ScaleLine> line(String address) {
    return codecs.stream()
        .flatMap(
            codec ->
                devices.identify(codec.protocol(), null, address, null).stream()
                    .map(device -> new ScaleLine(device, codec, clock)))
        .findFirst();
  }

  /** The line of a scale that we call. */
  ScaleLine line(Device device) {
    Codec codec =
        codecs.stream()
            .filter(each -> each.protocol().equals(device.protocol()))
            .findFirst()
            .orElseThrow();
    return new ScaleLine(device, codec, clock);
  }

  /** Scales that wait to be called, by their setting {@code connect=host:port}. */
  List<Device> called() {
    return codecs.stream()
        .flatMap(codec -> devices.of(codec.protocol()).stream())
        .filter(device -> !device.setting("connect", "").isEmpty())
        .toList();
  }

  void seen(Device device) {
    devices.seen(device);
  }

  /** Whether this stranger was not heard of lately; each is kept in quarantine once. */
  boolean firstTime(String address) {
    synchronized (strangers) {
      return strangers.put(address, Boolean.TRUE) == null;
    }
  }
}
