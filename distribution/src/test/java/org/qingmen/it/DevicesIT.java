package org.qingmen.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Real devices' messages at the doors of the assembled product. */
@ExtendWith(SharedServer.class)
class DevicesIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ServerProcess server;
  private final Devices devices;

  DevicesIT(ServerProcess server) {
    this.server = server;
    this.devices = new Devices(server);
  }

  @Test
  void aVzenithCameraIsRecordedAndItsArmOpensByTheVerdict() {
    String enterprise = "91130202VZENITH001001P";
    devices.enterprise(enterprise);
    assertThat(devices.register(enterprise, "vzenith-http", "it-cam-1", "{\"3\":\"in\"}"))
        .isEqualTo(201);
    int port = server.connectorPort("VZENITH");
    String reply = devices.vzenith(port, "it-cam-1", 1, "冀A12345");
    assertThat(reply).contains("\"info\":\"ok\"", "\"plateid\":1");
    assertThat(devices.vzenith(port, "it-cam-1", 1, "冀A12345")).contains("\"info\":\"ok\"");
    until("the passage is read back once", () -> passages(enterprise).size() == 1);
    JsonNode passage = passages(enterprise).get(0);
    assertThat(passage.path("plate").path("number").asText()).isEqualTo("冀A12345");
    assertThat(passage.path("direction").asText()).isEqualTo("in");
  }

  @Test
  void anUnknownCameraLandsInQuarantineAndNeverOpensAnArm() {
    int port = server.connectorPort("VZENITH");
    assertThat(devices.vzenith(port, "it-stranger-9", 7, "冀A54321")).contains("\"info\":\"no\"");
    until("the stranger is in quarantine", () -> quarantine().contains("unknown-device"));
  }

  @Test
  void aHikvisionCameraIsRecordedAndAnswered() {
    String enterprise = "91130202HIKVIS0001001P";
    devices.enterprise(enterprise);
    assertThat(
            devices.register(
                enterprise, "hikvision-isapi", "02:00:00:00:00:99", "{\"reverse\":\"out\"}"))
        .isEqualTo(201);
    int port = server.connectorPort("HIKVISION");
    assertThat(devices.hikvision(port, "it-uuid-1", "冀B67890")).contains("<statusCode>1<");
    until("the passage is read back", () -> passages(enterprise).size() == 1);
    assertThat(passages(enterprise).get(0).path("direction").asText()).isEqualTo("out");
  }

  @Test
  void aWeighingOfAYaohuaScaleBecomesATicketOfThePassage() {
    String enterprise = "91130202YAOHUA0001001P";
    devices.enterprise(enterprise);
    devices.register(enterprise, "vzenith-http", "it-cam-2", "{\"3\":\"in\"}");
    assertThat(devices.register(enterprise, "yaohua-tf0", null, "{\"*\":\"in\"}")).isEqualTo(201);
    devices.vzenith(server.connectorPort("VZENITH"), "it-cam-2", 5, "冀C11223");
    devices.yaohua(server.connectorPort("YAOHUA"), 31_000);
    until("the ticket carries the plate", () -> tickets(enterprise).contains("冀C11223"));
    assertThat(tickets(enterprise)).contains("31000");
  }

  private JsonNode passages(String enterprise) {
    return devices.office().get("/passages?enterprise=" + enterprise).body().path("items");
  }

  private String tickets(String enterprise) {
    return devices.office().get("/ledger/weigh-tickets?enterprise=" + enterprise).body().toString();
  }

  private String quarantine() {
    return devices.office().get("/quarantine").body().toString();
  }

  private static void until(String what, java.util.function.BooleanSupplier condition) {
    Waiting.until(what, PATIENCE, condition);
  }
}
