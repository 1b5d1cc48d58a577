package org.qingmen.spi.device;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingmen.spi.device.Mapping.Mapped;
import org.qingmen.spi.device.Mapping.Mapped.Problem;

/**
 * A native record in the making, for mappings. Only an unmapped direction or plate colour, or a
 * missing lane, refuses a record; every other unknown code is kept as it came under {@code
 * unmapped}.
 */
public final class PassageDraft {

  private static final int LONGEST_SERIAL = 50;
  private static final int LONGEST_RAW = 200;
  private static final Messages MESSAGES = Messages.beside(PassageDraft.class);

  private final Device device;
  private final Map<String, Object> record = new LinkedHashMap<>();
  private final Map<String, Object> vehicle = new LinkedHashMap<>();
  private final Map<String, String> unmapped = new LinkedHashMap<>();
  private final Map<String, byte[]> pictures = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  /** A record of this device's enterprise. */
  public PassageDraft(Device device) {
    this.device = device;
    record.put("enterprise", device.enterprise());
  }

  /**
   * The dedupe key of the message. What is longer than 50 characters is replaced by its hash, so
   * that the same message always has the same serial number.
   */
  public PassageDraft serial(String key) {
    record.put("serial", key.length() <= LONGEST_SERIAL ? key : "h" + hash(key));
    return this;
  }

  /** Lane and direction by the configuration of the device; no camera knows "in" or "out". */
  public PassageDraft lane(String channel, String directionCode) {
    Device.Lane lane = device.lane(channel);
    if (lane == null) {
      problem("unmapped-lane", "channel", channel);
      return this;
    }
    String direction = lane.direction(directionCode);
    if (direction == null) {
      problem("unmapped-direction", "direction", directionCode);
      return this;
    }
    putIfKnown("entrance", lane.entrance());
    record.put("barrier", lane.barrier());
    putIfKnown("lane", lane.lane());
    record.put("direction", direction);
    return this;
  }

  /**
   * Time of the passage, RFC 3339 with zone.
   *
   * @param time as the device said it; null when it did not
   * @param received when the message came, used instead and noted
   */
  public PassageDraft time(String time, String received) {
    record.put("time", time != null ? time : received);
    if (time == null) {
      unmapped.put("/time", "");
    }
    return this;
  }

  /**
   * Plate and colour.
   *
   * @param number null when not read
   * @param colourCode the maker's code; null when it sent none, which is "unknown"
   */
  public PassageDraft plate(String number, CodeTable table, Object colourCode) {
    Optional<String> colour =
        colourCode == null ? Optional.of("unknown") : table.translate("plateColour", colourCode);
    if (colour.isEmpty()) {
      problem("unmapped-plate-colour", "plateColour", String.valueOf(colourCode));
      return this;
    }
    Map<String, Object> plate = new LinkedHashMap<>();
    plate.put("number", number);
    plate.put("colour", colour.get());
    record.put("plate", plate);
    return this;
  }

  /** A member of the vehicle by a code table; what is in no table is kept raw. */
  public PassageDraft vehicle(String member, CodeTable table, String kind, Object code) {
    if (code != null) {
      table
          .translate(kind, code)
          .ifPresentOrElse(
              value -> vehicle.put(member, value),
              () -> unmapped.put("/vehicle/" + member, cut(String.valueOf(code))));
    }
    return this;
  }

  /** A member of the vehicle that needs no table. */
  public PassageDraft vehicle(String member, Object value) {
    vehicle.put(member, value);
    return this;
  }

  /** Something the device said that the native profile has no place for. */
  public PassageDraft note(String pointer, Object raw) {
    unmapped.put(pointer, cut(String.valueOf(raw)));
    return this;
  }

  /** Whether the device kept the record while it had no connection; null when it did not say. */
  public PassageDraft offline(Boolean offline) {
    putIfKnown("offline", offline);
    return this;
  }

  /** A picture by its role: {@code head}, {@code body} or {@code plate}; null is no picture. */
  public PassageDraft picture(String role, byte[] content) {
    if (content != null) {
      pictures.put(role, content);
    }
    return this;
  }

  /** A device whose maker setting has no code table. */
  public static Mapped.Unmapped noTable(Device device) {
    String maker = String.valueOf(device.maker());
    return new Mapped.Unmapped(
        List.of(
            new Problem(
                "unmapped-maker",
                "maker",
                maker,
                MESSAGES.text("unmapped-maker", maker, device.id()))));
  }

  /** The record, or why there is none. */
  public Mapped finish() {
    if (!problems.isEmpty()) {
      return new Mapped.Unmapped(List.copyOf(problems));
    }
    if (!vehicle.isEmpty()) {
      record.put("vehicle", vehicle);
    }
    if (!unmapped.isEmpty()) {
      record.put("unmapped", unmapped);
    }
    return new Mapped.Passage(record, pictures);
  }

  private void problem(String code, String field, String raw) {
    String shown = raw == null ? "-" : raw;
    problems.add(new Problem(code, field, raw, MESSAGES.text(code, shown, device.id())));
  }

  private void putIfKnown(String member, Object value) {
    if (value != null) {
      record.put(member, value);
    }
  }

  private static String cut(String raw) {
    return raw.length() <= LONGEST_RAW ? raw : raw.substring(0, LONGEST_RAW);
  }

  private static String hash(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, 40);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
