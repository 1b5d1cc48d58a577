package org.qingmen.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** What an administrator sees who unpacks the archive and starts it. */
class StartIT {

  private final ObjectMapper json = new ObjectMapper();

  @Test
  void aFreshArchiveStartsSurvivesAKillAndStopsQuietly() throws IOException {
    try (ServerProcess server = ServerProcess.create().start()) {
      assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
      assertEveryCheckIsListed(server.get("/health/ready"));
      assertThat(server.get("/health/nothing").statusCode()).isEqualTo(404);
      onlyAnnouncedPortsListenToOthers(server);

      server.kill();
      server.start();

      assertEveryCheckIsListed(server.get("/health/ready"));
    }
  }

  private void assertEveryCheckIsListed(HttpResponse<String> answer) throws IOException {
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    JsonNode body = json.readTree(answer.body());
    assertThat(body.path("status").asText()).isEqualTo("up");
    assertThat(body.path("checks").path("api").path("status").asText()).isEqualTo("up");
  }

  /**
   * Nothing but HTTP and the connectors is reachable from other machines: no JMX, no RMI, no shell.
   */
  private void onlyAnnouncedPortsListenToOthers(ServerProcess server) throws IOException {
    assertThat(ListeningSockets.toOtherMachines(server.pid()))
        .contains(server.uri("/").getPort())
        .isSubsetOf(
            server.uri("/").getPort(),
            server.connectorPort("VZENITH"),
            server.connectorPort("HIKVISION"),
            server.connectorPort("YAOHUA"));
  }
}
