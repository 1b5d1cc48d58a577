package org.qingmen.connectors.vzenith.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.qingmen.spi.device.Decoded;

/** The recognition result {@code AlarmInfoPlate} of this family of cameras. */
final class PlatePush {

  static final int TURNED_BACK = 66;

  private static final Set<String> NO_PLATE = Set.of("", "_无_", "无", "无牌车", "_无牌车_", "_NONE_");
  private static final Pattern MAINLAND =
      Pattern.compile("[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z].{3,7}");
  private static final List<String> PICTURES =
      List.of("imageFile", "imageFragmentFile", "full_image_content", "small_image_content");

  private PlatePush() {}

  static Decoded.Message decode(Members alarm, CaptureTime time) {
    Members result = alarm.need("result").need("PlateResult");
    Map<String, Object> fields = new LinkedHashMap<>();
    plate(fields, result);
    Number colour = result.number("colorType");
    fields.put("plateColour", colour != null ? colour : result.number("color"));
    fields.put("plateType", result.number("type"));
    fields.put("confidence", result.number("confidence"));
    fields.put("direction", result.number("direction"));
    Number trigger = result.number("triggerType");
    fields.put("triggerType", trigger);
    fields.put("plateid", result.number("plateid"));
    Number offline = result.number("isoffline");
    fields.put("offline", offline == null ? null : offline.intValue() != 0);
    time.put(fields, result.in("timeStamp").in("Timeval"));
    fields.put("serial", alarm.text("serialno"));
    fields.put("channel", alarm.number("channel"));
    fields.put("deviceName", alarm.text("deviceName"));
    fields.put("ipaddr", alarm.text("ipaddr"));
    fields.put("vehicleType", result.in("car_brand").number("type"));
    fields.put("vehicleColour", result.number("carColor"));
    fields.put("imagePath", result.text("imagePath"));
    fields.put("gateOutputs", outputs(result));
    boolean turnedBack = trigger != null && trigger.intValue() == TURNED_BACK;
    fields.put("turnedBack", turnedBack);
    fields.put("isPassage", !turnedBack);
    return new Decoded.Message(fields, pictures(fields, result));
  }

  private static void plate(Map<String, Object> fields, Members result) {
    String raw = result.text("license");
    String read = raw == null ? "" : raw.strip();
    List<String> several = Arrays.stream(read.split("\\|")).map(String::strip).toList();
    String chosen =
        several.stream()
            .filter(each -> MAINLAND.matcher(each).matches())
            .findFirst()
            .orElse(several.isEmpty() ? "" : several.get(0));
    fields.put("plate", NO_PLATE.contains(chosen) ? null : chosen);
    fields.put("rawPlate", raw);
    if (several.size() > 1) {
      fields.put("plates", several);
    }
  }

  private static List<Map<String, Object>> outputs(Members result) {
    List<Map<String, Object>> outputs = new ArrayList<>();
    for (JsonNode each : result.node().path("gioouts")) {
      Members output = new Members(each);
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("io", output.number("ionum"));
      one.put("type", output.number("ctrltype"));
      outputs.add(one);
    }
    return outputs;
  }

  private static Map<String, byte[]> pictures(Map<String, Object> fields, Members result) {
    Map<String, byte[]> pictures = new LinkedHashMap<>();
    List<String> broken = new ArrayList<>();
    for (String name : PICTURES) {
      JsonNode node = result.node().path(name);
      if (!node.isMissingNode() && !node.isNull() && !node.asText().isBlank()) {
        Optional<byte[]> picture = Base64Text.picture(node.asText());
        picture.ifPresentOrElse(bytes -> pictures.put(name, bytes), () -> broken.add(name));
      }
    }
    fields.put("pictures", List.copyOf(pictures.keySet()));
    fields.put("brokenPictures", broken);
    return pictures;
  }
}
