package org.qingmen.connectors.hikvision.internal;

import java.util.List;
import java.util.Map;
import org.qingmen.spi.device.Device;

/** Cameras as an integrator registers them, told apart by the path they post to. */
final class Cameras {

  private Cameras() {}

  static Device device(String id, String path, Map<String, String> settings) {
    Device.Lane lane = new Device.Lane("*", "A", "A01", "1", Map.of("*", "in"));
    return new Device(
        id,
        "91130200700000001K001P",
        "hikvision-isapi",
        "hikvision",
        null,
        List.of(),
        path,
        List.of(lane),
        settings);
  }
}
