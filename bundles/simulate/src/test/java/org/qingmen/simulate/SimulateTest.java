package org.qingmen.simulate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingmen.simulate.TestServer.Answer;
import org.qingmen.simulate.TestServer.Request;

class SimulateTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SECRET = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path folder;

  @Test
  void aNativeGateSignsEachRequestAndKeepsALedgerOfReceipts() throws Exception {
    try (TestServer server = new TestServer(SimulateTest::accepted)) {
      Path ledger = folder.resolve("ledger.ndjson");
      int code =
          run(
              "native",
              "--url",
              server.url(""),
              "--enterprise",
              "E1",
              "--key-id",
              "k1",
              "--secret",
              SECRET,
              "--count",
              "5",
              "--duplicate-every",
              "5",
              "--ledger",
              ledger.toString());
      assertThat(code).isZero();
      assertThat(server.requests()).hasSize(6);
      assertThat(server.requests().get(0).authorization())
          .matches("Qingmen-HMAC keyId=k1,time=\\d+,nonce=[\\w-]+,mac=[0-9a-f]{64}");
      assertThat(server.requests()).extracting(Request::authorization).doesNotHaveDuplicates();
      List<String> lines = Files.readAllLines(ledger);
      assertThat(lines).hasSize(5);
      assertThat(JSON.readTree(lines.get(0)).path("receipt").asText()).startsWith("R-SIM-");
    }
  }

  private int gate(TestServer server, String... more) throws Exception {
    List<String> words = new java.util.ArrayList<>(List.of("gate", "--url", server.url("")));
    words.addAll(List.of("--enterprise", "E1", "--key-id", "k1", "--secret", SECRET));
    words.addAll(List.of("--threads", "1", "--barrier", "B02"));
    words.addAll(List.of(more));
    return run(words.toArray(String[]::new));
  }

  @Test
  void aGateSendsHeartbeatsRaisesAndFaultsInTurn() throws Exception {
    Answer noted = new Answer(200, "{\"results\":[{\"status\":\"noted\",\"errors\":[]}]}");
    try (TestServer server = new TestServer(request -> noted)) {
      assertThat(gate(server, "--heartbeat", "--raises", "--faults", "--count", "5")).isZero();
      List<String> kinds = new java.util.ArrayList<>();
      for (Request request : server.requests()) {
        assertThat(request.path()).isEqualTo("/api/v1/gate-events");
        assertThat(request.authorization()).startsWith("Qingmen-HMAC keyId=k1,");
        assertThat(JSON.readTree(request.text()).path("barrier").asText()).isEqualTo("B02");
        kinds.add(JSON.readTree(request.text()).path("kind").asText());
      }
      assertThat(kinds)
          .containsExactly("heartbeat", "barrier-raised", "fault", "recovered", "heartbeat");
    }
  }

  @Test
  void aRefusedHeartbeatIsNoSuccess() throws Exception {
    Answer refused =
        new Answer(
            200,
            "{\"results\":[{\"status\":\"rejected\",\"errors\":[{\"code\":\"unknown-barrier\"}]}]}");
    try (TestServer server = new TestServer(request -> refused)) {
      assertThat(gate(server, "--heartbeat")).isEqualTo(1);
      assertThat(out.toString(UTF_8)).contains("unknown-barrier");
    }
  }

  @Test
  void theSignatureFollowsTheContract() {
    String header =
        new Signer("k1", SECRET)
            .authorization(
                "POST",
                java.net.URI.create("http://h/api/v1/passages"),
                "{}".getBytes(UTF_8),
                7,
                "n");
    assertThat(header)
        .isEqualTo(
            "Qingmen-HMAC keyId=k1,time=7,nonce=n,"
                + "mac=d7f9a4bbd7a3966964ff63a8f3192196177d0ef59dcd45861994793bb8e68012");
  }

  @Test
  void aGateSendsAgainWhileTheServerCannotWrite() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    try (TestServer server =
        new TestServer(
            request -> calls.incrementAndGet() < 3 ? new Answer(503, "") : accepted(request))) {
      assertThat(
              run(
                  "native",
                  "--url",
                  server.url(""),
                  "--enterprise",
                  "E1",
                  "--key-id",
                  "k1",
                  "--secret",
                  SECRET,
                  "--patience",
                  "30"))
          .isZero();
      assertThat(calls).hasValue(3);
    }
  }

  @Test
  void whatTheServerRejectsIsNotInTheLedger() throws Exception {
    try (TestServer server =
        new TestServer(
            request ->
                new Answer(200, "{\"results\":[{\"status\":\"rejected\",\"errors\":[]}]}"))) {
      Path ledger = folder.resolve("ledger.ndjson");
      assertThat(
              run(
                  "native",
                  "--url",
                  server.url(""),
                  "--enterprise",
                  "E1",
                  "--key-id",
                  "k1",
                  "--secret",
                  SECRET,
                  "--ledger",
                  ledger.toString()))
          .isEqualTo(1);
      assertThat(ledger).isEmptyFile();
    }
  }

  @Test
  void aVzenithCameraPushesAndReadsTheReply() throws Exception {
    try (TestServer server =
        new TestServer(
            request -> new Answer(200, "{\"Response_AlarmInfoPlate\":{\"info\":\"ok\"}}"))) {
      assertThat(run("vzenith", "--url", server.url("/x"), "--count", "2", "--future")).isZero();
      JsonNode push = JSON.readTree(server.requests().get(0).body()).path("AlarmInfoPlate");
      JsonNode time = push.at("/result/PlateResult/timeStamp/Timeval");
      assertThat(push.path("serialno").asText()).isEqualTo("51a1a7ed-00000001");
      assertThat(time.path("decyear").asInt()).isGreaterThan(java.time.Year.now().getValue() + 7);
      assertThat(push.at("/result/PlateResult/license").asText()).startsWith("冀");
    }
  }

  @Test
  void anOfflineCameraWantsToBeAskedForTheNextRecord() throws Exception {
    try (TestServer server =
        new TestServer(
            request -> new Answer(200, "{\"Response_AlarmInfoPlate\":{\"info\":\"no\"}}"))) {
      assertThat(run("vzenith", "--url", server.url("/x"), "--offline")).isEqualTo(1);
    }
  }

  @Test
  void aHikvisionCameraPostsXmlOrMultipart() throws Exception {
    try (TestServer server = new TestServer(request -> new Answer(200, "ok"))) {
      assertThat(run("hikvision", "--url", server.url("/hik"))).isZero();
      assertThat(run("hikvision", "--url", server.url("/hik"), "--multipart")).isZero();
      assertThat(server.requests().get(0).text()).contains("<eventType>ANPR</eventType>");
      assertThat(server.requests().get(1).type()).startsWith("multipart/form-data; boundary=");
      assertThat(server.requests().get(1).text()).contains("anpr.xml", "detectionPicture.jpg");
    }
  }

  @Test
  void aYaohuaIndicatorSendsWholeFramesHoweverTheyAreCut() throws Exception {
    assertThat(java.util.HexFormat.of().withUpperCase().formatHex(YaohuaScale.continuous(9480)))
        .isEqualTo("022B30303934383030314503");
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<byte[]> received = CompletableFuture.supplyAsync(() -> all(server));
      String port = String.valueOf(server.getLocalPort());
      assertThat(
              run(
                  "yaohua",
                  "--port",
                  port,
                  "--frame-millis",
                  "0",
                  "--split",
                  "--kilograms",
                  "31000"))
          .isZero();
      String bytes = new String(received.get(30, TimeUnit.SECONDS), US_ASCII);
      assertThat(bytes).contains("\u0002+031000" + "0").hasSize(23 * 12);
    }
  }

  @Test
  void capturedMessagesAreReplayedAsTheyAre() throws Exception {
    Files.writeString(folder.resolve("a.xml"), "<a/>");
    Files.writeString(folder.resolve("b.multipart"), "--bound\r\n\r\nx\r\n--bound--\r\n");
    try (TestServer server = new TestServer(request -> new Answer(200, "{\"a\": \"b\"}"))) {
      assertThat(run("hikvision", "--replay", folder.toString(), "--url", server.url("/hik")))
          .isZero();
      assertThat(server.requests())
          .extracting(Request::type)
          .containsExactly("application/xml", "multipart/form-data; boundary=bound");
      assertThat(server.requests().get(0).text()).isEqualTo("<a/>");
    }
  }

  @Test
  void aWrongCallSaysWhatIsWrongAndHowToCall() {
    assertThat(run("tank")).isEqualTo(2);
    assertThat(run("vzenith", "--nonsense")).isEqualTo(2);
    assertThat(run("vzenith", "--count", "many")).isEqualTo(2);
    assertThat(run("native")).isEqualTo(2);
    assertThat(run()).isEqualTo(2);
    assertThat(run("--help")).isZero();
    assertThat(err.toString(UTF_8)).contains("tank", "--nonsense", "--count many", "--key-id");
    assertThat(out.toString(UTF_8)).contains("simulate native|gate|vzenith|hikvision|yaohua");
  }

  private static Answer accepted(Request request) {
    try {
      String serial = JSON.readTree(request.body()).path("serial").asText();
      return new Answer(
          200,
          ("{\"results\":[{\"serial\":\"%s\",\"status\":\"accepted\",\"receipt\":\"R-%s\","
                  + "\"decision\":{\"verdict\":\"allow\"}}]}")
              .formatted(serial, serial));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] all(ServerSocket server) {
    try (Socket socket = server.accept()) {
      return socket.getInputStream().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int run(String... arguments) {
    return Main.run(
        List.of(arguments), new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
  }
}
