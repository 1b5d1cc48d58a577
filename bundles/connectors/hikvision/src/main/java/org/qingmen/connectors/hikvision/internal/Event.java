package org.qingmen.connectors.hikvision.internal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qingmen.spi.device.RefusedException;

/**
 * {@code EventNotificationAlert}: recognised plates, keep-alives, and everything else a camera
 * notices.
 */
final class Event {

  private static final String PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使";
  private static final Pattern COLOURED = Pattern.compile("([蓝黄绿白黑])([" + PROVINCES + "]|WJ|民航).*");
  private static final Set<String> NOT_READ =
      Set.of("", "unknown", "unkonwn", "noplate", "no plate", "无车牌", "无牌车", "未识别", "_无_", "车牌");
  private static final Pattern ZONE_WITHOUT_COLON = Pattern.compile("(.*[+-]\\d{2})(\\d{2})");

  private final ZoneId zone;

  Event(ZoneId zone) {
    this.zone = zone;
  }

  Map<String, Object> decode(Element alert) {
    String type = alert.value("eventType");
    if (type == null) {
      throw new RefusedException("missing-member", Map.of("field", "eventType"));
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    boolean plate = "ANPR".equalsIgnoreCase(type) || "vehicleDetection".equals(type);
    fields.put("eventType", type);
    fields.put("eventState", alert.value("eventState"));
    fields.put("isPassage", plate);
    boolean inactive = "inactive".equalsIgnoreCase(alert.value("eventState"));
    fields.put(
        "isHeartbeat",
        inactive && "videoloss".equalsIgnoreCase(type) || "heartBeat".equalsIgnoreCase(type));
    fields.put("time", time(alert.value("dateTime")));
    fields.put("channel", number(alert, "channelID", "dynChannelID"));
    fields.put("mac", alert.value("macAddress"));
    fields.put("serial", alert.value("macAddress"));
    fields.put("ipaddr", alert.value("ipAddress"));
    fields.put("device", alert.value("deviceID", "deviceUUID"));
    fields.put("channelName", alert.value("channelName"));
    if (plate) {
      plate(fields, alert);
    }
    return fields;
  }

  private void plate(Map<String, Object> fields, Element alert) {
    Element anpr =
        alert
            .child("ANPR")
            .orElseThrow(() -> new RefusedException("missing-member", Map.of("field", "ANPR")));
    names(fields, anpr);
    fields.put("direction", anpr.value("direction"));
    fields.put("line", number(anpr, "line", "laneNo"));
    fields.put("confidence", number(anpr, "confidenceLevel"));
    fields.put("plateType", anpr.value("plateType"));
    fields.put("vehicleType", anpr.value("vehicleType"));
    fields.put("barrierGateCtrlType", number(anpr, "barrierGateCtrlType"));
    fields.put("alarmDataType", number(anpr, "alarmDataType"));
    fields.put("listType", anpr.value("listType", "vehicleListName"));
    fields.put("country", anpr.value("country"));
    fields.put("uuid", alert.value("UUID"));
    fields.put("picNum", number(alert, "picNum"));
    String again = alert.value("isDataRetransmission");
    fields.put("retransmission", again == null ? null : Boolean.valueOf(again));
    Element gat = alert.in("VehicleGATInfo");
    Element inner = gat.value("vehicleTypeByGAT") == null ? anpr.in("VehicleGATInfo") : gat;
    fields.put("vehicleTypeGA", inner.value("vehicleTypeByGAT"));
    fields.put("plateTypeGA", inner.value("palteTypeByGAT", "plateTypeByGAT"));
    fields.put("plateColourGA", inner.value("plateColorByGAT"));
    fields.put("vehicleColour", anpr.in("vehicleInfo").value("color"));
  }

  private static void names(Map<String, Object> fields, Element anpr) {
    String raw = anpr.value("licensePlate");
    String read = raw == null ? "" : raw;
    Matcher coloured = COLOURED.matcher(read);
    boolean prefixed = coloured.matches();
    String plate = prefixed ? read.substring(1) : read;
    boolean unread = NOT_READ.contains(plate.toLowerCase(Locale.ROOT));
    fields.put("plate", unread ? null : plate);
    fields.put("rawPlate", raw);
    fields.put("colourPrefix", prefixed ? coloured.group(1) : null);
    fields.put("originalPlate", anpr.value("originalLicensePlate"));
    String colour = anpr.value("plateColor", "plateColour");
    fields.put("plateColour", "unknown".equalsIgnoreCase(colour) ? null : colour);
  }

  /** As sent when it carries a zone; local time gets the zone of the site. */
  private String time(String sent) {
    if (sent == null) {
      return null;
    }
    String text = sent.replace(' ', 'T');
    Matcher compact = ZONE_WITHOUT_COLON.matcher(text);
    String iso =
        compact.matches() && text.length() > 20 ? compact.group(1) + ":" + compact.group(2) : text;
    try {
      if (iso.matches(".*(Z|[+-]\\d{2}:\\d{2})")) {
        OffsetDateTime.parse(iso);
        return iso;
      }
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(LocalDateTime.parse(iso).atZone(zone));
    } catch (DateTimeException e) {
      throw new RefusedException("time", Map.of("field", "dateTime", "value", cut(sent)));
    }
  }

  private static Number number(Element parent, String... names) {
    String text = parent.value(names);
    if (text == null) {
      return null;
    }
    if (!text.matches("-?\\d{1,12}(\\.\\d{1,9})?")) {
      throw new RefusedException("wrong-type", Map.of("field", names[0], "value", cut(text)));
    }
    BigDecimal value = new BigDecimal(text);
    boolean whole = value.stripTrailingZeros().scale() <= 0;
    return whole ? (Number) value.longValueExact() : value;
  }

  private static String cut(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40);
  }
}
