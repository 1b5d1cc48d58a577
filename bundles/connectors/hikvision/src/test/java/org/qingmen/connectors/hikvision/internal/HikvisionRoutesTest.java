package org.qingmen.connectors.hikvision.internal;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingmen.model.Verdict;
import org.qingmen.spi.kit.MemoryPlatform;

class HikvisionRoutesTest {

  private static final String SECRET_PATH = "0123456789abcdef0";

  private final MemoryPlatform platform = new MemoryPlatform();
  private final DefaultCamelContext context = new DefaultCamelContext();
  private final HttpClient http = HttpClient.newHttpClient();
  private BarrierCamera camera;
  private int port;

  @TempDir private Path folder;

  @BeforeEach
  void start() throws Exception {
    camera = new BarrierCamera("gate-user", "gate-password");
    Path secrets = folder.resolve("devices.properties");
    Files.writeString(secrets, "cam-1.user=gate-user\ncam-1.password=gate-password\n");
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    context.addRoutes(
        new HikvisionRoutes(
            new Settings(port, secrets.toString()),
            platform,
            platform,
            platform,
            platform,
            platform.gates()));
    context.start();
    platform.register(
        Cameras.device(
            "cam-1", SECRET_PATH, Map.of("barrierUrl", camera.url(), "barrierChannel", "2")));
  }

  @AfterEach
  void stop() {
    context.stop();
    camera.close();
  }

  @Test
  void recordsAMultipartEventAndKeepsItsPicturesByHash() throws Exception {
    assertThat(post("truck.multipart", SECRET_PATH).statusCode()).isEqualTo(200);
    JsonNode record = new ObjectMapper().readTree(platform.records().get(0));
    assertThat(record.path("vehicle").path("type").asText()).isEqualTo("Q11");
    assertThat(record.path("images").path("plate").path("sha256").asText()).hasSize(64);
    assertThat(platform.rawForms().get(0)).contains("sha256:", "黄冀B7H8J9", "no picture at all");
  }

  @Test
  void opensTheArmByDigestWhenTheVerdictSaysSo() throws Exception {
    post("std-cgi.xml", SECRET_PATH);
    assertThat(camera.nextCommand())
        .contains("PUT /ISAPI/Parking/channels/2/barrierGate", "<ctrlMode>open</ctrlMode>");
  }

  @Test
  void neverOpensTheArmForADeniedOrAnOldPassage() throws Exception {
    platform.decide(record -> Verdict.DENY);
    assertThat(post("std-cgi.xml", SECRET_PATH).statusCode()).isEqualTo(200);
    platform.decide(record -> Verdict.ALLOW);
    post("truck.xml", SECRET_PATH);
    post("prefix.xml", SECRET_PATH);
    post("std-cgi.xml", "other-path");
    post("bare-without-time.xml", SECRET_PATH);
    assertThat(camera.nextCommand()).isNotNull();
    assertThat(camera.commands()).hasSize(1);
  }

  @Test
  void answers200ForWhatItKeptInQuarantine() throws Exception {
    assertThat(post("external-entity.xml", SECRET_PATH).statusCode()).isEqualTo(200);
    assertThat(post("truck.xml", "wrong-path").statusCode()).isEqualTo(200);
    assertThat(platform.kept())
        .extracting("reason")
        .containsExactly("document-type", "unknown-device");
    assertThat(platform.records()).isEmpty();
  }

  @Test
  void keepAlivesRefreshTheDeviceAndOtherEventsAreIgnored() throws Exception {
    HttpResponse<String> answer = post("keep-alive.xml", SECRET_PATH);
    assertThat(answer.body()).contains("<statusCode>1</statusCode>");
    post("motion.xml", SECRET_PATH);
    assertThat(platform.seen()).containsExactly("cam-1", "cam-1");
    assertThat(platform.heard()).containsExactly("cam-1");
    assertThat(platform.records()).isEmpty();
    assertThat(platform.kept()).isEmpty();
  }

  @Test
  void answers503OnlyWhenNothingCanBeStored() throws Exception {
    platform.breakJournal(true);
    HttpResponse<String> answer = post("truck.xml", SECRET_PATH);
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("7");
  }

  private HttpResponse<String> post(String capture, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/hik/" + path))
            .header(
                "Content-Type",
                capture.endsWith("multipart")
                    ? "multipart/form-data; boundary=---------------made-up-9"
                    : "application/xml; charset=\"UTF-8\"")
            .POST(HttpRequest.BodyPublishers.ofByteArray(Captures.bytes(capture)))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
  }

  private record Settings(int port, String secrets) implements HikvisionRoutes.Config {

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
      return HikvisionRoutes.Config.class;
    }
  }
}
