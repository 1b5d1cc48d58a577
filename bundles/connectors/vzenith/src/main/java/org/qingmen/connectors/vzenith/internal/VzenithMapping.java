package org.qingmen.connectors.vzenith.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.qingmen.model.ChinaTime;
import org.qingmen.spi.device.CodeTable;
import org.qingmen.spi.device.Decoded;
import org.qingmen.spi.device.Device;
import org.qingmen.spi.device.Mapping;
import org.qingmen.spi.device.PassageDraft;

/** Recognition results of this family of cameras as native records. */
public final class VzenithMapping implements Mapping {

  private static final String MAKER = "vzenith";
  private static final Number NO_VEHICLE = 255L;

  private final Clock clock;
  private final Path overrides;
  private final Map<String, Optional<CodeTable>> tables = new ConcurrentHashMap<>();

  /** With the shipped code tables only. */
  public VzenithMapping() {
    this(Clock.systemUTC(), null);
  }

  /**
   * @param clock receive time for messages without one
   * @param overrides folder of the installation's code tables, may be null
   */
  public VzenithMapping(Clock clock, Path overrides) {
    this.clock = clock;
    this.overrides = overrides;
  }

  @Override
  public String protocol() {
    return VzenithCodec.PROTOCOL;
  }

  @Override
  public Mapped map(Decoded.Message message, Device device) {
    Map<String, Object> fields = message.fields();
    if (!Boolean.TRUE.equals(fields.get("isPassage"))) {
      return new Mapped.Nothing(kind(fields));
    }
    String maker = device.maker() == null ? MAKER : device.maker();
    Optional<CodeTable> found =
        tables.computeIfAbsent(
            maker, name -> CodeTable.read(VzenithMapping.class, name, overrides));
    return found.isEmpty()
        ? PassageDraft.noTable(device)
        : draft(message, device, found.get()).finish();
  }

  private PassageDraft draft(Decoded.Message message, Device device, CodeTable table) {
    Map<String, Object> fields = message.fields();
    PassageDraft draft =
        new PassageDraft(device)
            .serial(key(fields))
            .lane(text(fields.get("channel"), "0"), text(fields.get("direction"), "0"))
            .time((String) fields.get("time"), received(device))
            .plate((String) fields.get("plate"), table, fields.get("plateColour"))
            .offline((Boolean) fields.get("offline"))
            .picture("head", first(message, "imageFile", "full_image_content"))
            .picture("plate", first(message, "imageFragmentFile", "small_image_content"));
    Object vehicle = fields.get("vehicleType");
    if (vehicle != null && !NO_VEHICLE.equals(vehicle) && !Long.valueOf(0).equals(vehicle)) {
      draft.vehicle("type", table, "vehicleType", vehicle);
    }
    plateType(draft, table, fields.get("plateType"));
    if (fields.containsKey("plates")) {
      draft.note("/plate/number", fields.get("rawPlate"));
    }
    if (Boolean.TRUE.equals(fields.get("timeDisagrees"))) {
      draft.note("/time", fields.get("localTime"));
    }
    return draft;
  }

  /** The native profile has no plate type; one that this maker's table does not know is kept. */
  private static void plateType(PassageDraft draft, CodeTable table, Object code) {
    if (code != null && table.translate("plateType", code).isEmpty()) {
      draft.note("/plate/type", code);
    }
  }

  /** Counters restart after a reset and some makers send none: never the plate id alone. */
  private static String key(Map<String, Object> fields) {
    Object serial = fields.get("serial");
    Object plateId = fields.get("plateid");
    Object second = fields.get("epoch") != null ? fields.get("epoch") : fields.get("time");
    return plateId != null
        ? serial + "-" + plateId + "-" + second
        : serial + "-" + second + "-" + fields.get("usec");
  }

  private String received(Device device) {
    ZoneId zone = ZoneId.of(device.setting("zone", ChinaTime.ZONE.getId()));
    OffsetDateTime now =
        clock.instant().truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime();
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(now);
  }

  private static byte[] first(Decoded.Message message, String one, String other) {
    byte[] picture = message.pictures().get(one);
    return picture != null ? picture : message.pictures().get(other);
  }

  private static String text(Object code, String otherwise) {
    return code == null ? otherwise : code.toString();
  }

  private static String kind(Map<String, Object> fields) {
    if (Boolean.TRUE.equals(fields.get("turnedBack"))) {
      return "turned-back";
    }
    return Boolean.TRUE.equals(fields.get("isHeartbeat")) ? "heartbeat" : "other";
  }
}
