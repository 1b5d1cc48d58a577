package org.qingmen.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Cameras and scales at the doors of a server, speaking their makers' dialects as written down from
 * the makers' descriptions.
 */
final class Devices {

  private static final byte[] PICTURE = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 'j', 'p', 'g'};

  private final ServerProcess server;
  private final Api office;

  Devices(ServerProcess server) {
    this.server = server;
    this.office = Api.admin(server);
  }

  Api office() {
    return office;
  }

  /** Registers an enterprise. */
  void enterprise(String id) {
    office.put(
        "/enterprises/" + id,
        ("{\"id\":\"%s\",\"name\":\"设备测试企业\",\"division\":\"130202\","
                + "\"industries\":[{\"code\":\"I15\"}]}")
            .formatted(id));
  }

  /** Registers a device that is known by its address; answers the status. */
  int register(String enterprise, String protocol, String serial, String directions) {
    String known = serial == null ? "" : "\"serial\":\"" + serial + "\",";
    String device =
        ("{\"enterprise\":\"%s\",\"protocol\":\"%s\",%s\"addresses\":[\"127.0.0.1\"],"
                + "\"lanes\":[{\"channel\":\"*\",\"barrier\":\"A01\",\"directions\":%s}],"
                + "\"settings\":{\"stable.ms\":\"0\"}}")
            .formatted(enterprise, protocol, known, directions);
    return office.post("/devices", device).status();
  }

  /** A Vzenith camera pushes a recognition result; answers the reply. */
  String vzenith(int port, String serial, int plateId, String plate) {
    long now = System.currentTimeMillis() / 1000;
    String push =
        ("{\"AlarmInfoPlate\":{\"channel\":0,\"serialno\":\"%s\",\"result\":{\"PlateResult\":{"
                + "\"license\":\"%s\",\"colorType\":2,\"type\":3,\"direction\":3,"
                + "\"triggerType\":8,\"plateid\":%d,\"isoffline\":0,\"imageFile\":\"%s\","
                + "\"timeStamp\":{\"Timeval\":{\"sec\":%d,\"usec\":1}}}}}}")
            .formatted(serial, plate, plateId, Base64.getEncoder().encodeToString(PICTURE), now);
    return post(port, "/devicemanagement/php/plateresult.php", "application/json", push);
  }

  /** A Hikvision camera posts an event as multipart; answers the reply. */
  String hikvision(int port, String uuid, String plate) {
    String time = Samples.now();
    String xml =
        ("<EventNotificationAlert xmlns=\"http://www.isapi.org/ver20/XMLSchema\">"
                + "<macAddress>02:00:00:00:00:99</macAddress><channelID>1</channelID>"
                + "<dateTime>%s</dateTime><eventType>ANPR</eventType><ANPR>"
                + "<licensePlate>黄%s</licensePlate><direction>reverse</direction>"
                + "<plateColor>yellow</plateColor></ANPR><UUID>%s</UUID>"
                + "</EventNotificationAlert>")
            .formatted(time, plate, uuid);
    String body =
        "--b\r\nContent-Disposition: form-data;name=\"x\"\r\nContent-Type: text/xml\r\n\r\n"
            + xml
            + "\r\n--b--\r\n";
    return post(port, "/hik", "multipart/form-data; boundary=b", body);
  }

  /** A vehicle on a Yaohua scale: so many equal continuous frames, cut in the middle of one. */
  void yaohua(int port, int kilograms) {
    String body = "+%06d0".formatted(kilograms);
    int check = body.chars().reduce(0, (a, b) -> a ^ b);
    String frame = "\u0002" + body + "%02X".formatted(check) + "\u0003";
    byte[] bytes = ("7\u0003" + frame.repeat(12)).getBytes(StandardCharsets.US_ASCII);
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.getOutputStream().write(bytes, 0, 31);
      socket.getOutputStream().flush();
      socket.getOutputStream().write(bytes, 31, bytes.length - 31);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String post(int port, String path, String type, String body) {
    HttpResponse<String> answer =
        server.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build());
    return answer.statusCode() == 200 ? answer.body() : "HTTP " + answer.statusCode();
  }

  /** A connector as the server shows it; missing when it is not there. */
  JsonNode connector(String id) {
    for (JsonNode each : office.get("/connectors").body().path("items")) {
      if (each.path("id").asText().equals(id)) {
        return each;
      }
    }
    return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
  }
}
