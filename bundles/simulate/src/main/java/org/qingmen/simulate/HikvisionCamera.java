package org.qingmen.simulate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;

/** A Hikvision camera that posts ISAPI events, plain XML or multipart with pictures. */
final class HikvisionCamera implements Player {

  private static final String BOUNDARY = "-------------------------51a1a7ed";

  private final Http http;
  private final Fleet fleet;
  private final URI address;
  private final String mac;
  private final boolean multipart;
  private final boolean offline;

  HikvisionCamera(Options options) {
    this.http = new Http(options);
    this.fleet = new Fleet(options);
    this.address = URI.create(options.text("--url", "http://127.0.0.1:8192/hik"));
    this.mac = options.text("--serial", "02:51:a1:a7:ed:01");
    this.multipart = options.has("--multipart");
    this.offline = options.has("--offline");
  }

  @Override
  public Receipt send(long index) throws IOException {
    String xml = event(index);
    byte[] body = multipart ? parts(xml, index) : xml.getBytes(StandardCharsets.UTF_8);
    String type =
        multipart ? "multipart/form-data; boundary=" + BOUNDARY : "application/xml; charset=UTF-8";
    http.post(address, body, () -> Map.of("Content-Type", type));
    String line =
        "{\"device\":\"%s\",\"uuid\":\"%s\",\"plate\":\"%s\"}"
            .formatted(mac, uuid(index), fleet.vehicle(index).plate());
    return new Receipt(line, uuid(index), 1);
  }

  private String uuid(long index) {
    String name = mac + " " + index;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private String event(long index) {
    Fleet.Vehicle vehicle = fleet.vehicle(index);
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <EventNotificationAlert version="2.0" xmlns="http://www.isapi.org/ver20/XMLSchema">
        <ipAddress>127.0.0.1</ipAddress><portNo>80</portNo><protocol>HTTP</protocol>
        <macAddress>%s</macAddress><channelID>1</channelID><dateTime>%s</dateTime>
        <activePostCount>1</activePostCount><eventType>ANPR</eventType>
        <eventState>active</eventState><eventDescription>ANPR</eventDescription>
        <ANPR><licensePlate>%s%s</licensePlate><line>1</line><direction>%s</direction>
        <confidenceLevel>97</confidenceLevel><plateType>%s</plateType>
        <plateColor>%s</plateColor><vehicleType>truck</vehicleType>
        <alarmDataType>%d</alarmDataType></ANPR>
        <UUID>%s</UUID><picNum>%d</picNum>
        <VehicleGATInfo><vehicleTypeByGAT>Q11</vehicleTypeByGAT></VehicleGATInfo>
        </EventNotificationAlert>
        """
        .formatted(
            mac,
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(vehicle.time().withNano(0)),
            vehicle.electric() ? "绿" : "黄",
            vehicle.plate(),
            vehicle.entering() ? "forward" : "reverse",
            vehicle.electric() ? "newEnergy" : "yellowTwoLine",
            vehicle.electric() ? "green" : "yellow",
            offline ? 1 : 0,
            uuid(index),
            multipart ? 1 : 0);
  }

  private static byte[] parts(String xml, long index) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    part(body, "anpr.xml", "application/xml", xml.getBytes(StandardCharsets.UTF_8));
    part(body, "detectionPicture.jpg", "image/jpeg", Jpeg.of(index));
    body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    return body.toByteArray();
  }

  private static void part(ByteArrayOutputStream body, String name, String type, byte[] content) {
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
                .formatted(BOUNDARY, name, name)
            + "Content-Type: %s\r\nContent-Length: %d\r\n\r\n".formatted(type, content.length);
    body.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
  }
}
