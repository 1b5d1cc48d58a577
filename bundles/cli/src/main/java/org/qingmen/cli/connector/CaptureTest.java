package org.qingmen.cli.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.qingmen.cli.Terminal;
import org.qingmen.spi.device.Codec;
import org.qingmen.spi.device.Mapping;

/**
 * Decodes every capture that an index names and compares with what it must say. The index is a list
 * of {@code {file, protocol, valid, expected}}, with {@code settings} where a codec needs them, and
 * {@code device} and {@code record} where the mapping is tested too.
 */
final class CaptureTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Connectors connectors;
  private final String only;
  private final Terminal terminal;
  private final Texts texts;
  private int right;
  private int wrong;
  private int foreign;

  /**
   * @param only protocol to test; null for every protocol that has a codec
   */
  CaptureTest(Connectors connectors, String only, Terminal terminal) {
    this.connectors = connectors;
    this.only = only;
    this.terminal = terminal;
    this.texts = new Texts(terminal);
  }

  /** Whether there were captures and all were right. */
  boolean run(Path index) throws IOException {
    for (JsonNode each : JSON.readTree(index.toFile())) {
      check(index.resolveSibling(each.path("file").asText()), each);
    }
    terminal.out().println(texts.say("totals", right, wrong, foreign));
    return wrong == 0 && right > 0;
  }

  private void check(Path file, JsonNode entry) throws IOException {
    String protocol = entry.path("protocol").asText();
    Optional<Codec> codec = connectors.codec(protocol);
    if (only != null && !only.equals(protocol) || only == null && codec.isEmpty()) {
      foreign++;
    } else if (codec.isEmpty()) {
      fail(file, texts.say("unknown-protocol", protocol, connectors.protocols()));
    } else {
      byte[] capture = Capture.read(file);
      Codec configured = codec.get().with(texts(entry.path("settings")));
      Optional<String> problem = problem(protocol, entry, Reading.of(configured, capture));
      if (problem.isEmpty()) {
        problem = new Robustness(configured, texts).problem(capture);
      }
      problem.ifPresentOrElse(why -> fail(file, why), () -> right++);
    }
  }

  private Optional<String> problem(String protocol, JsonNode entry, Reading reading) {
    if (reading.valid() != entry.path("valid").asBoolean(true)) {
      return Optional.of(texts.say("other-validity", String.valueOf(reading.reason())));
    }
    Optional<String> problem =
        difference(entry.path("expected"), JSON.valueToTree(reading.decoded()));
    if (problem.isPresent() || !entry.has("record")) {
      return problem;
    }
    Optional<Mapping> mapping = connectors.mapping(protocol);
    return mapping.isEmpty()
        ? Optional.of(texts.say("no-mapping", protocol))
        : difference(
            entry.path("record"),
            TestDevice.map(mapping.get(), reading.message(), protocol, entry.path("device")));
  }

  private Optional<String> difference(JsonNode expected, JsonNode found) {
    for (Map.Entry<String, JsonNode> wanted : expected.properties()) {
      JsonNode value = found.path(wanted.getKey());
      if (!Same.value(wanted.getValue(), value)) {
        return Optional.of(
            texts.say(
                "other-field",
                wanted.getKey(),
                wanted.getValue().toString(),
                value.isMissingNode() ? found.toString() : value.toString()));
      }
    }
    return Optional.empty();
  }

  private void fail(Path file, String why) {
    wrong++;
    terminal.out().println("x " + file.getFileName() + ": " + why);
  }

  private static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new HashMap<>();
    object.properties().forEach(each -> texts.put(each.getKey(), each.getValue().asText()));
    return texts;
  }
}
