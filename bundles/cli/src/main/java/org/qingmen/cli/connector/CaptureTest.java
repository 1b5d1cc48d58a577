package org.qingmen.cli.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qingmen.cli.Terminal;
import org.qingmen.cli.Verb;
import org.qingmen.spi.device.Codec;

/**
 * {@code connector test}: decodes every capture that an index names and compares with what it must
 * say. The index ({@code index.json}) is a list of {@code {file, protocol, valid, expected}}, with
 * {@code settings} where a codec needs them.
 */
final class CaptureTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Connectors connectors;
  private final Terminal terminal;
  private final Texts texts;
  private int right;
  private int wrong;
  private int foreign;

  CaptureTest(Connectors connectors, Terminal terminal) {
    this.connectors = connectors;
    this.terminal = terminal;
    this.texts = new Texts(terminal);
  }

  int run(List<String> words) {
    Arguments arguments;
    try {
      arguments = new Arguments(words, Set.of(), Set.of("--protocol"));
    } catch (IllegalArgumentException e) {
      return texts.usage("wrong-option", e.getMessage());
    }
    if (arguments.files().size() != 1) {
      return texts.usage("test-usage");
    }
    Path given = Path.of(arguments.files().get(0));
    Path index = Files.isDirectory(given) ? given.resolve("index.json") : given;
    if (!Files.isReadable(index)) {
      return texts.usage("unreadable", index);
    }
    try {
      for (JsonNode each : JSON.readTree(index.toFile())) {
        check(index.resolveSibling(each.path("file").asText()), each, arguments);
      }
    } catch (IOException e) {
      terminal.err().println(texts.say("broken-index", index, e.getMessage()));
      return Verb.WRONG;
    }
    terminal.out().println(texts.say("totals", right, wrong, foreign));
    return wrong == 0 && right > 0 ? Verb.OK : Verb.WRONG;
  }

  private void check(Path file, JsonNode entry, Arguments arguments) {
    String protocol = entry.path("protocol").asText();
    String only = arguments.option("--protocol");
    Optional<Codec> codec = connectors.codec(protocol);
    if (only != null && !only.equals(protocol) || only == null && codec.isEmpty()) {
      foreign++;
      return;
    }
    if (codec.isEmpty()) {
      fail(file, texts.say("unknown-protocol", protocol, connectors.protocols()));
      return;
    }
    try {
      Reading reading = Reading.of(codec.get().with(settings(entry)), Capture.read(file));
      compare(file, entry, reading);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void compare(Path file, JsonNode entry, Reading reading) {
    if (reading.valid() != entry.path("valid").asBoolean(true)) {
      fail(file, texts.say("other-validity", String.valueOf(reading.reason())));
      return;
    }
    JsonNode decoded = JSON.valueToTree(reading.decoded());
    for (Map.Entry<String, JsonNode> wanted : entry.path("expected").properties()) {
      JsonNode found = decoded.path(wanted.getKey());
      if (!Same.value(wanted.getValue(), found)) {
        fail(file, texts.say("other-field", wanted.getKey(), wanted.getValue(), found));
        return;
      }
    }
    right++;
  }

  private void fail(Path file, String why) {
    wrong++;
    terminal.out().println("x " + file.getFileName() + ": " + why);
  }

  private static Map<String, String> settings(JsonNode entry) {
    Map<String, String> settings = new HashMap<>();
    entry
        .path("settings")
        .properties()
        .forEach(each -> settings.put(each.getKey(), each.getValue().asText()));
    return settings;
  }
}
