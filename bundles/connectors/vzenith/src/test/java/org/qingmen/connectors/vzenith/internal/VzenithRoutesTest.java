package org.qingmen.connectors.vzenith.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.annotation.Annotation;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingmen.model.Verdict;
import org.qingmen.spi.device.Device;
import org.qingmen.spi.kit.MemoryPlatform;

class VzenithRoutesTest {

  private static final String PATH = "/devicemanagement/php/plateresult.php";

  private final MemoryPlatform platform = new MemoryPlatform();
  private final DefaultCamelContext context = new DefaultCamelContext();
  private final HttpClient http = HttpClient.newHttpClient();
  private int port;

  @BeforeEach
  void start() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    context.addRoutes(
        new VzenithRoutes(
            new Settings(port), platform, platform, platform, platform, platform.gates()));
    context.start();
    platform.register(device("cam-1", "aaaa0001-bbbb0002", Map.of()));
  }

  @AfterEach
  void stop() {
    context.stop();
  }

  @Test
  void opensTheArmOnlyWhenTheVerdictSaysSo() throws Exception {
    assertThat(reply("plate-live.json").path("info").asText()).isEqualTo("ok");
    platform.decide(record -> Verdict.WARN);
    assertThat(reply("plate-live.json").path("info").asText()).isEqualTo("ok");
    platform.decide(record -> Verdict.DENY);
    JsonNode denied = reply("plate-live.json");
    assertThat(denied.path("info").asText()).isEqualTo("no");
    assertThat(denied.path("content").asText()).isEqualTo("retransfer_stop");
    assertThat(denied.path("plateid").asInt()).isEqualTo(77);
  }

  @Test
  void recordsThePassageWithItsPicturesByHashAndKeepsTheRawMessageSmall() throws Exception {
    post(Captures.bytes("plate-live.json"), "application/json");
    JsonNode record = new ObjectMapper().readTree(platform.records().get(0));
    assertThat(record.path("plate").path("number").asText()).isEqualTo("冀B1Q2W3");
    assertThat(record.path("direction").asText()).isEqualTo("in");
    assertThat(record.path("images").path("head").path("sha256").asText()).hasSize(64);
    assertThat(platform.rawForms().get(0))
        .contains("\"imageFile\": \"sha256:", "\"license\": \"冀B1Q2W3\"")
        .doesNotContain("/9j/");
    assertThat(platform.seen()).containsExactly("cam-1");
  }

  @Test
  void aPictureThatCannotBeStoredCostsThePictureOnly() throws Exception {
    platform.breakObjects();
    assertThat(reply("plate-live.json").path("info").asText()).isEqualTo("ok");
    reply("plate-broken-picture.json");
    assertThat(platform.records()).hasSize(2).noneMatch(record -> record.contains("images"));
  }

  @Test
  void anOfflineRecordAsksForTheNextOneAndNeverOpens() throws Exception {
    JsonNode reply = reply("plate-offline-clock-disagrees.json");
    assertThat(reply.path("info").asText()).isEqualTo("no");
    assertThat(reply.path("ContinuePushOffline").path("plateid").asInt()).isEqualTo(78);
    assertThat(reply.path("ContinuePushOffline").path("continue").asInt()).isEqualTo(1);
    assertThat(platform.records().get(0)).contains("\"offline\":true");
  }

  @Test
  void anUnknownCameraLandsInQuarantineAndOpensNothing() throws Exception {
    JsonNode reply = reply("plate-unread-minimal.json");
    assertThat(reply.path("info").asText()).isEqualTo("no");
    assertThat(platform.records()).isEmpty();
    assertThat(platform.kept()).extracting("reason").containsExactly("unknown-device");
    assertThat(platform.kept().get(0).raw()).contains("_无_");
  }

  @Test
  void whatCannotBeReadOrMappedLandsInQuarantineByName() throws Exception {
    assertThat(status("{\"AlarmInfoPlate\":".getBytes(UTF_8), "application/json")).isEqualTo(200);
    String colour = new String(Captures.bytes("plate-live.json"), UTF_8);
    post(colour.replace("\"colorType\": 1", "\"colorType\": 9").getBytes(UTF_8), "text/plain");
    assertThat(platform.kept())
        .extracting("reason")
        .containsExactly("not-json", "unmapped-plate-colour");
  }

  @Test
  void aHeartbeatRefreshesTheDeviceAndItsPasswordIsNeverKept() throws Exception {
    byte[] multipart = Captures.bytes("heartbeat.multipart");
    String type = "multipart/form-data; boundary=---------------made-up-7";
    assertThat(status(multipart, type)).isEqualTo(200);
    assertThat(platform.seen()).containsExactly("cam-1");
    assertThat(platform.heard()).containsExactly("cam-1");
    byte[] stranger = "device_name=IVS&pass_wd=very-secret-1&serialno=c9&port=80".getBytes(UTF_8);
    assertThat(status(stranger, "application/x-www-form-urlencoded")).isEqualTo(200);
    assertThat(status(stranger, "application/x-www-form-urlencoded")).isEqualTo(200);
    assertThat(platform.kept()).hasSize(1);
    assertThat(platform.kept().get(0).raw())
        .contains("serialno=c9")
        .doesNotContain("very-secret-1");
  }

  @Test
  void aBrokenHeartbeatIsKeptWithoutItsPassword() throws Exception {
    byte[] broken = "--b\r\nname=\"pass_wd\" very-secret-1".getBytes(UTF_8);
    assertThat(status(broken, "multipart/form-data; boundary=b")).isEqualTo(200);
    assertThat(platform.kept()).hasSize(1);
    assertThat(platform.kept().get(0).raw()).doesNotContain("very-secret-1");
  }

  @Test
  void theDeviceSettingKeepsTheArmShutWhateverTheVerdict() throws Exception {
    platform.register(
        device("cam-2", "00112233445566778899aabbccddeeff", Map.of("opens", "false")));
    assertThat(reply("plate-unread-minimal.json").path("info").asText()).isEqualTo("no");
    assertThat(platform.records()).hasSize(1);
  }

  @Test
  void aJournalThatCannotWriteIsAnswered503SoThatTheCameraSendsAgain() throws Exception {
    platform.breakJournal(true);
    HttpResponse<String> answer = post(Captures.bytes("plate-live.json"), "application/json");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("7");
    platform.breakJournal(false);
    assertThat(reply("plate-live.json").path("info").asText()).isEqualTo("ok");
  }

  @Test
  void aBodyBeyondTheLimitIsRefusedAndTheNextOneRead() throws Exception {
    byte[] large = new byte[VzenithCodec.LARGEST + 10];
    assertThat(status(large, "application/json")).isEqualTo(413);
    assertThat(reply("plate-live.json").path("info").asText()).isEqualTo("ok");
  }

  private JsonNode reply(String capture) throws Exception {
    HttpResponse<String> answer = post(Captures.bytes(capture), "application/json");
    assertThat(answer.statusCode()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body()).path("Response_AlarmInfoPlate");
  }

  private int status(byte[] body, String type) throws Exception {
    return post(body, type).statusCode();
  }

  private HttpResponse<String> post(byte[] body, String type) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + PATH))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static Device device(String id, String serial, Map<String, String> settings) {
    Device.Lane lane = new Device.Lane("*", "A", "A01", "1", Map.of("*", "in"));
    return new Device(
        id,
        "91130200700000001K001P",
        "vzenith-http",
        "vzenith",
        serial,
        List.of("127.0.0.1"),
        null,
        List.of(lane),
        settings);
  }

  private record Settings(int port) implements VzenithRoutes.Config {

    @Override
    public String host() {
      return "127.0.0.1";
    }

    @Override
    public int threads() {
      return 8;
    }

    @Override
    public int idle_seconds() {
      return 60;
    }

    @Override
    public String data() {
      return "target/data";
    }

    @Override
    public Class<? extends Annotation> annotationType() {
      return VzenithRoutes.Config.class;
    }
  }
}
