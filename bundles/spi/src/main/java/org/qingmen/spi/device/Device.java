package org.qingmen.spi.device;

import java.util.List;
import java.util.Map;

/**
 * A registered camera, gate or scale.
 *
 * @param id id of the device; also its key id when it signs
 * @param enterprise enterprise it stands at
 * @param protocol protocol it speaks, such as {@code vzenith-http}
 * @param maker maker setting, which names the code table, such as {@code vzenith} or {@code qianyi}
 * @param serial serial number it reports, may be null
 * @param addresses addresses it may come from; empty when it is known by its path or signature
 * @param path unguessable path segment it posts to, may be null
 * @param lanes what each of its channels sees
 * @param settings further settings of the protocol, such as {@code unit=kg}
 */
public record Device(
    String id,
    String enterprise,
    String protocol,
    String maker,
    String serial,
    List<String> addresses,
    String path,
    List<Lane> lanes,
    Map<String, String> settings) {

  public Device {
    addresses = List.copyOf(addresses);
    lanes = List.copyOf(lanes);
    settings = Map.copyOf(settings);
  }

  /**
   * What a channel of a device sees. No camera knows "in" or "out": that is configuration.
   *
   * @param channel channel of the device; {@code *} for any
   * @param entrance entrance, may be null
   * @param barrier barrier it guards
   * @param lane lane, may be null
   * @param directions in ({@code in}) or out ({@code out}) by the device's own direction code; the
   *     key {@code *} holds for any
   */
  public record Lane(
      String channel,
      String entrance,
      String barrier,
      String lane,
      Map<String, String> directions) {

    public Lane {
      directions = Map.copyOf(directions);
    }

    /** {@code in}, {@code out}, or null when this direction is not configured. */
    public String direction(String deviceCode) {
      String exact = deviceCode == null ? null : directions.get(deviceCode);
      return exact != null ? exact : directions.get("*");
    }
  }

  /** The lane of a channel: the exact one, else the one for any channel, else null. */
  public Lane lane(String channel) {
    Lane any = null;
    for (Lane lane : lanes) {
      if (lane.channel().equals(channel)) {
        return lane;
      }
      any = "*".equals(lane.channel()) ? lane : any;
    }
    return any;
  }

  /** A setting, or its default. */
  public String setting(String name, String otherwise) {
    return settings.getOrDefault(name, otherwise);
  }
}
