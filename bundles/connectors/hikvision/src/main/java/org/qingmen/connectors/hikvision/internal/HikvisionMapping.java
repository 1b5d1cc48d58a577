package org.qingmen.connectors.hikvision.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.qingmen.model.ChinaTime;
import org.qingmen.spi.device.CodeTable;
import org.qingmen.spi.device.Decoded;
import org.qingmen.spi.device.Device;
import org.qingmen.spi.device.Mapping;
import org.qingmen.spi.device.PassageDraft;

/** Recognised plates of ISAPI cameras as native records. */
public final class HikvisionMapping implements Mapping {

  private static final String MAKER = "hikvision";
  private static final Long HISTORY = 1L;

  private final Clock clock;
  private final Path overrides;
  private final Map<String, Optional<CodeTable>> tables = new ConcurrentHashMap<>();

  /** With the shipped code tables only. */
  public HikvisionMapping() {
    this(Clock.systemUTC(), null);
  }

  /**
   * @param clock receive time for messages without one
   * @param overrides folder of the installation's code tables, may be null
   */
  public HikvisionMapping(Clock clock, Path overrides) {
    this.clock = clock;
    this.overrides = overrides;
  }

  @Override
  public String protocol() {
    return HikvisionCodec.PROTOCOL;
  }

  @Override
  public Mapped map(Decoded.Message message, Device device) {
    Map<String, Object> fields = message.fields();
    if (!Boolean.TRUE.equals(fields.get("isPassage"))) {
      boolean heartbeat = Boolean.TRUE.equals(fields.get("isHeartbeat"));
      return new Mapped.Nothing(heartbeat ? "heartbeat" : "other");
    }
    String maker = device.maker() == null ? MAKER : device.maker();
    Optional<CodeTable> table =
        tables.computeIfAbsent(
            maker, name -> CodeTable.read(HikvisionMapping.class, name, overrides));
    return table.isEmpty()
        ? PassageDraft.noTable(device)
        : draft(message, device, table.get()).finish();
  }

  private PassageDraft draft(Decoded.Message message, Device device, CodeTable table) {
    Map<String, Object> fields = message.fields();
    Object direction = fields.get("direction");
    PassageDraft draft =
        new PassageDraft(device)
            .serial(key(fields))
            .lane(channel(fields), direction == null ? "unknown" : direction.toString())
            .time((String) fields.get("time"), received(device))
            .plate((String) fields.get("plate"), table, colour(fields))
            .offline(offline(fields));
    vehicle(draft, table, fields);
    message.pictures().forEach((name, content) -> draft.picture(role(name), content));
    return draft;
  }

  /** The colour the camera names, else the character before the plate. */
  private static Object colour(Map<String, Object> fields) {
    Object named = fields.get("plateColour");
    return named != null ? named : fields.get("colourPrefix");
  }

  private static void vehicle(PassageDraft draft, CodeTable table, Map<String, Object> fields) {
    Object national = fields.get("vehicleTypeGA");
    if (national != null && national.toString().matches("[A-Z]\\d{2}")) {
      draft.vehicle("type", national);
    } else {
      Object word = fields.get("vehicleType");
      draft.vehicle("type", table, "vehicleType", "unknown".equals(word) ? null : word);
    }
    Object plateType = fields.get("plateType");
    if (plateType != null && table.translate("plateType", plateType).isEmpty()) {
      draft.note("/plate/type", plateType);
    }
  }

  private static String role(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.contains("plate")) {
      return "plate";
    }
    return lower.contains("vehicle") ? "body" : "head";
  }

  private static Boolean offline(Map<String, Object> fields) {
    boolean history = HISTORY.equals(fields.get("alarmDataType"));
    Object again = fields.get("retransmission");
    return history || Boolean.TRUE.equals(again) ? Boolean.TRUE : (Boolean) again;
  }

  private static String key(Map<String, Object> fields) {
    Object uuid = fields.get("uuid");
    if (uuid != null) {
      return uuid.toString();
    }
    Object device = fields.get("mac") != null ? fields.get("mac") : fields.get("ipaddr");
    return device
        + "-"
        + fields.get("channel")
        + "-"
        + fields.get("time")
        + "-"
        + fields.get("rawPlate");
  }

  private static String channel(Map<String, Object> fields) {
    Object channel = fields.get("channel");
    return channel == null ? "1" : channel.toString();
  }

  private String received(Device device) {
    ZoneId zone = ZoneId.of(device.setting("zone", ChinaTime.ZONE.getId()));
    OffsetDateTime now =
        clock.instant().truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime();
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(now);
  }
}
