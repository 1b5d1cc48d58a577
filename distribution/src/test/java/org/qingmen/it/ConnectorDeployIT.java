package org.qingmen.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is dropped into the deploy folder runs, what is removed stops, and nobody else notices. */
@ExtendWith(SharedServer.class)
class ConnectorDeployIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Devices devices;
  private final Path data;

  ConnectorDeployIT(ServerProcess server) {
    this.devices = new Devices(server);
    this.data = server.data();
  }

  @Test
  void aSignedConnectorStartsAndStopsWhileTheOthersKeepTheirStartTimes() throws Exception {
    Map<String, String> before = startTimes();
    assertThat(before).containsOnlyKeys("hikvision", "vzenith", "yaohua");
    int port = freePort();
    byte[] jar = ConnectorJar.of("borrowed", port);
    KeyPair key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Files.writeString(
        data.resolve("trust/made-up.pub"),
        Base64.getEncoder().encodeToString(key.getPublic().getEncoded()));
    drop("borrowed.jar.sig", signed(jar, key));
    Path file = drop("borrowed.jar", jar);
    until("it runs", () -> state("borrowed").equals("started"));
    assertThat(devices.vzenith(port, "it-nobody", 1, "冀A00001")).contains("\"info\":\"no\"");
    Files.delete(file);
    until("it is gone", () -> devices.connector("borrowed").isMissingNode());
    assertThat(startTimes()).isEqualTo(before);
    untilNobodyListens(port);
  }

  @Test
  void aConnectorSignedByAStrangerIsRefusedByName() throws Exception {
    byte[] jar = ConnectorJar.of("foreign", freePort());
    KeyPair stranger = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    drop("foreign.jar.sig", signed(jar, stranger));
    Path file = drop("foreign.jar", jar);
    until("it is refused", () -> state("foreign.jar").equals("refused"));
    JsonNode refused = devices.connector("foreign.jar");
    assertThat(refused.path("errorCode").asText()).isEqualTo("jar-wrong-key");
    Files.delete(file);
    until("it is forgotten", () -> devices.connector("foreign.jar").isMissingNode());
  }

  @Test
  void aYamlRouteReachesThePlatformAndStopsWithItsFile() throws Exception {
    String enterprise = "91130202DIALECT001001P";
    devices.enterprise(enterprise);
    int port = freePort();
    String route =
        """
        - route:
            from:
              uri: netty-http:http://127.0.0.1:%d/dialect
              steps:
                - to: qingmen:passage?enterprise=%s
        """
            .formatted(port, enterprise);
    Path file = drop("dialect.camel.yaml", route.getBytes());
    until("it runs", () -> state("dialect.camel.yaml").equals("started"));
    String passage =
        ("{\"enterprise\":\"%s\",\"serial\":\"d-1\",\"barrier\":\"A01\",\"direction\":\"in\","
                + "\"time\":\"%s\",\"plate\":{\"number\":\"冀A99999\",\"colour\":\"yellow\"}}")
            .formatted(enterprise, java.time.Instant.now());
    String answer = devices.post(port, "/dialect", "application/json", passage);
    assertThat(answer).contains("\"status\":\"accepted\"", "\"verdict\":\"");
    Files.delete(file);
    until("it is gone", () -> devices.connector("dialect.camel.yaml").isMissingNode());
    untilNobodyListens(port);
  }

  @Test
  void aRouteThatWouldRunCommandsIsRefusedByName() throws Exception {
    String evil = "- {from: {uri: 'timer:x', steps: [{to: 'exec:touch /tmp/x'}]}}";
    Path file = drop("evil.yaml", evil.getBytes());
    until("it is refused", () -> state("evil.yaml").equals("refused"));
    assertThat(devices.connector("evil.yaml").path("errorCode").asText())
        .isEqualTo("component-not-allowed");
    Files.delete(file);
    until("it is forgotten", () -> devices.connector("evil.yaml").isMissingNode());
  }

  private String state(String id) {
    return devices.connector(id).path("state").asText();
  }

  private Map<String, String> startTimes() {
    Map<String, String> times = new TreeMap<>();
    for (JsonNode each : devices.office().get("/connectors").body().path("items")) {
      if (each.path("kind").asText().equals("bundle")) {
        times.put(each.path("id").asText(), each.path("startedAt").asText());
      }
    }
    return times;
  }

  /** Written aside and moved, so that nobody sees half a file. */
  private Path drop(String name, byte[] content) throws IOException {
    Path draft = Files.write(data.resolve(name + ".draft"), content);
    return Files.move(draft, data.resolve("deploy").resolve(name));
  }

  private static byte[] signed(byte[] content, KeyPair key) throws Exception {
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(key.getPrivate());
    signature.update(content);
    return signature.sign();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** The network lets go of an address a moment after the route has. */
  private static void untilNobodyListens(int port) {
    until("nobody listens on port " + port, () -> refusesConnections(port));
  }

  private static boolean refusesConnections(int port) {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      return !socket.isConnected();
    } catch (IOException e) {
      return true;
    }
  }

  private static void until(String what, java.util.function.BooleanSupplier condition) {
    Waiting.until(what, PATIENCE, condition);
  }
}
