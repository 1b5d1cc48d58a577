package org.qingmen.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** A Vzenith camera that pushes recognition results, written from the maker's description. */
final class VzenithCamera implements Player {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int YELLOW = 2;
  private static final int YELLOW_GREEN = 6;

  private final Http http;
  private final Fleet fleet;
  private final URI address;
  private final String serial;
  private final boolean offline;
  private final boolean pictures;

  VzenithCamera(Options options) {
    this.http = new Http(options);
    this.fleet = new Fleet(options);
    this.address =
        URI.create(
            options.text("--url", "http://127.0.0.1:8191/devicemanagement/php/plateresult.php"));
    this.serial = options.text("--serial", "51a1a7ed-00000001");
    this.offline = options.has("--offline");
    this.pictures = options.has("--pictures");
  }

  @Override
  public Receipt send(long index) throws IOException {
    byte[] body = push(index).toString().getBytes(StandardCharsets.UTF_8);
    String answer = http.post(address, body, () -> Map.of("Content-Type", "application/json"));
    JsonNode reply = JSON.readTree(answer).path("Response_AlarmInfoPlate");
    if (!reply.isObject()) {
      throw new IOException("no reply in the camera's dialect: " + answer);
    }
    if (offline && reply.path("ContinuePushOffline").path("continue").asInt() != 1) {
      throw new IOException("the next offline record was not asked for: " + answer);
    }
    ObjectNode line = JSON.createObjectNode();
    line.put("device", serial).put("plateid", index);
    line.put("plate", fleet.vehicle(index).plate());
    line.put("opened", "ok".equals(reply.path("info").asText()));
    return new Receipt(line.toString(), reply.path("info").asText(), 1);
  }

  private ObjectNode push(long index) {
    Fleet.Vehicle vehicle = fleet.vehicle(index);
    ObjectNode root = JSON.createObjectNode();
    ObjectNode alarm = root.putObject("AlarmInfoPlate");
    alarm.put("channel", 0).put("deviceName", "simulated").put("ipaddr", "127.0.0.1");
    alarm.put("serialno", serial);
    ObjectNode result = alarm.putObject("result").putObject("PlateResult");
    result.put("license", vehicle.plate());
    result.put("colorType", vehicle.electric() ? YELLOW_GREEN : YELLOW);
    result.put("type", vehicle.electric() ? 20 : 3);
    result.put("confidence", 90 + index % 10);
    result.put("direction", vehicle.entering() ? 3 : 4);
    result.put("triggerType", 8);
    result.put("plateid", index);
    result.put("isoffline", offline ? 1 : 0);
    result.putObject("car_brand").put("brand", 255).put("type", 7).put("year", 65535);
    ObjectNode time = result.putObject("timeStamp").putObject("Timeval");
    time.put("sec", vehicle.time().toEpochSecond()).put("usec", vehicle.time().getNano() / 1000);
    time.put("decyear", vehicle.time().getYear()).put("decmon", vehicle.time().getMonthValue());
    time.put("decday", vehicle.time().getDayOfMonth()).put("dechour", vehicle.time().getHour());
    time.put("decmin", vehicle.time().getMinute()).put("decsec", vehicle.time().getSecond());
    if (pictures) {
      result.put("imageFile", Base64.getEncoder().encodeToString(Jpeg.of(index)));
    }
    return root;
  }
}
