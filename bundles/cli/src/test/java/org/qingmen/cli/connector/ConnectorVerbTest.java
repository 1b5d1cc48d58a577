package org.qingmen.cli.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingmen.cli.Terminal;

class ConnectorVerbTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path folder;

  @Test
  void explainsAFrameByteByByte() throws Exception {
    Path frame = write("frame.hex", "02 2D 30 30 31 32 35 30 32 31 39 03\n");
    assertThat(run("explain", "--protocol", "yaohua-tf0", frame.toString())).isZero();
    assertThat(out.toString(UTF_8))
        .contains("0  02", "STX", "2D", "sign", "30 30 31 32 35 30", "digits", "value = -12.50")
        .contains("valid yaohua-tf0 message");
  }

  @Test
  void answersInJsonWhatACodecMakesOfTheMessage() throws Exception {
    Path frame = write("frame.hex", "022B30303132353032314603");
    JsonNode json = json("explain", "--protocol", "yaohua-tf0", "--json", frame.toString());
    assertThat(json.path("valid").asBoolean()).isTrue();
    assertThat(json.has("reason")).isFalse();
    assertThat(json.path("decoded").path("value").decimalValue()).isEqualByComparingTo("12.5");
  }

  @Test
  void namesTheReasonAndWhatWasDeclaredAndFound() throws Exception {
    Path frame = write("frame.hex", "02 2B 30 30 31 32 35 30 32 32 30 03");
    JsonNode json = json("explain", "--protocol", "yaohua-tf0", "--json", frame.toString());
    assertThat(json.toString())
        .isEqualTo(
            "{\"valid\":false,\"reason\":\"checksum\",\"decoded\":{\"error\":\"checksum\","
                + "\"computed\":\"1F\",\"declared\":\"20\"}}");
    assertThat(run("explain", "--protocol", "yaohua-tf0", "--json", frame.toString())).isEqualTo(1);
  }

  @Test
  void readsAPieceOfAStreamWithNoiseAndSeveralFrames() throws Exception {
    Path stream = write("stream.hex", "99 03 022B30303132353032314603 022B30303132353032314603");
    JsonNode decoded =
        json("explain", "--protocol", "yaohua-tf0", "--json", stream.toString()).path("decoded");
    assertThat(decoded.path("frames").asInt()).isEqualTo(2);
    assertThat(decoded.path("skipped").asInt()).isEqualTo(2);
    assertThat(decoded.path("values")).hasSize(2);
  }

  @Test
  void takesSettingsForWhatTheBytesCannotTell() throws Exception {
    Path text = write("text.txt", "=0024500");
    String[] call = {"explain", "--protocol", "yaohua-text", "--json", text.toString()};
    assertThat(json(call).path("decoded").path("value").asInt()).isEqualTo(24500);
    JsonNode reversed =
        json(
            "explain",
            "--protocol",
            "yaohua-text",
            "--json",
            "--set",
            "order=reversed",
            text.toString());
    assertThat(reversed.path("decoded").path("value").asInt()).isEqualTo(54200);
  }

  @Test
  void neverShowsThePasswordOfAHeartbeat() throws Exception {
    Path beat =
        write(
            "beat.multipart",
            "--b\nContent-Disposition: form-data; name=\"pass_wd\"\n\nvery-secret-1\n"
                + "--b\nContent-Disposition: form-data; name=\"serialno\"\n\nc1\n--b--\n");
    assertThat(run("explain", "--protocol", "vzenith-http", beat.toString())).isZero();
    assertThat(run("explain", "--protocol", "vzenith-http", "--json", beat.toString())).isZero();
    assertThat(out.toString(UTF_8))
        .contains("serialno", "c1")
        .doesNotContain("very-secret-1", "76 65 72 79");
  }

  @Test
  void aWrongCallEndsWith2AndSaysHowToCall() throws Exception {
    String file = write("a.txt", "x").toString();
    assertThat(run("explain", file)).isEqualTo(2);
    assertThat(run("explain", "--protocol", "klingon", file)).isEqualTo(2);
    assertThat(run("explain", "--protocol", "yaohua-tf0", folder + "/none")).isEqualTo(2);
    assertThat(run("explain", "--protocol", "yaohua-tf0", "--fast", file)).isEqualTo(2);
    assertThat(run("explain", "--protocol", "yaohua-text", "--set", "order=up", file)).isEqualTo(2);
    assertThat(run("explain", "--protocol", "yaohua-tf0", write("b.hex", "0G").toString()))
        .isEqualTo(2);
    assertThat(run("dance")).isEqualTo(2);
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("yaohua-tf0, yaohua-tf1", "usage:", "klingon");
  }

  @Test
  void aNewConnectorIsGreenAtOnceAndSaysWhatIsWrongWhenChanged() throws Exception {
    assertThat(run("new", "acme", "--dir", folder.toString())).isZero();
    Path made = folder.resolve("acme");
    assertThat(run("test", made.toString())).isZero();
    Path table = made.resolve("src/main/resources/local/connectors/acme/codes/acme.properties");
    Files.writeString(table, "plateColour.2=blue\n");
    assertThat(run("test", made.toString())).isEqualTo(1);
    assertThat(out.toString(UTF_8)).contains("passage.txt", "yellow", "blue");
    Path codec = made.resolve("src/main/java/local/connectors/acme/AcmeCodec.java");
    Files.writeString(codec, Files.readString(codec).replace("return \"acme\";", "return 1;"));
    assertThat(run("test", made.toString())).isEqualTo(1);
    assertThat(out.toString(UTF_8)).contains("AcmeCodec.java:");
    assertThat(run("new", "acme", "--dir", folder.toString())).isEqualTo(1);
  }

  @Test
  void aNewRouteMayBeDroppedAndAForbiddenOneIsNamed() throws Exception {
    assertThat(run("new", "dialect", "--kind", "route", "--dir", folder.toString())).isZero();
    Path route = folder.resolve("dialect.camel.yaml");
    assertThat(run("test", route.toString())).isZero();
    Files.writeString(route, Files.readString(route).replace("qingmen:passage", "exec:ls"));
    assertThat(run("test", route.toString())).isEqualTo(1);
    assertThat(out.toString(UTF_8)).contains("component-not-allowed", "\"exec\"");
    assertThat(run("new", "Bad-Name")).isEqualTo(2);
    assertThat(run("new", "x1", "--kind", "cobol")).isEqualTo(2);
  }

  @Test
  void speaksChinese() {
    int code =
        new ConnectorVerb()
            .run(
                List.of("dance"),
                new Terminal(
                    new PrintStream(out, true, UTF_8),
                    new PrintStream(err, true, UTF_8),
                    Locale.CHINESE));
    assertThat(code).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("没有这个动作", "用法");
  }

  private JsonNode json(String... arguments) throws IOException {
    out.reset();
    run(arguments);
    return new ObjectMapper().readTree(out.toByteArray());
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private int run(String... arguments) {
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), Locale.ENGLISH);
    return new ConnectorVerb().run(List.of(arguments), terminal);
  }
}
