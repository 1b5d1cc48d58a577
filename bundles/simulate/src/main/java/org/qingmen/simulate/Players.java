package org.qingmen.simulate;

import java.io.IOException;

/** Chooses what plays. */
final class Players {

  private Players() {}

  static Player of(Options options) throws IOException {
    if (options.has("--replay")) {
      return new Replay(options);
    }
    return switch (options.played()) {
      case "native" -> new NativeGate(options);
      case "gate" -> new GateSigns(options);
      case "vzenith" -> new VzenithCamera(options);
      case "hikvision" -> new HikvisionCamera(options);
      default -> new YaohuaScale(options);
    };
  }
}
