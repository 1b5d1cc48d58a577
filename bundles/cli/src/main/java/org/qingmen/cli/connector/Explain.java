package org.qingmen.cli.connector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qingmen.cli.Terminal;
import org.qingmen.cli.Verb;
import org.qingmen.spi.device.Codec;
import org.qingmen.spi.device.Codec.Span;

/** {@code connector explain}: a captured message byte by byte, or as JSON. */
final class Explain {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_BYTES_SHOWN = 8;

  private final Connectors connectors;
  private final Terminal terminal;
  private final Texts texts;

  Explain(Connectors connectors, Terminal terminal) {
    this.connectors = connectors;
    this.terminal = terminal;
    this.texts = new Texts(terminal);
  }

  int run(List<String> words) {
    Arguments arguments;
    try {
      arguments = new Arguments(words, Set.of("--json"), Set.of("--protocol", "--set"));
    } catch (IllegalArgumentException e) {
      return texts.usage("wrong-option", e.getMessage());
    }
    String protocol = arguments.option("--protocol");
    if (protocol == null || arguments.files().size() != 1) {
      return texts.usage("explain-usage", connectors.protocols());
    }
    Optional<Codec> codec = connectors.codec(protocol);
    if (codec.isEmpty()) {
      return texts.usage("unknown-protocol", protocol, connectors.protocols());
    }
    Path file = Path.of(arguments.files().get(0));
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      return texts.usage("unreadable", file);
    }
    try {
      Codec configured = codec.get().with(arguments.settings());
      byte[] capture = Capture.read(file);
      Reading reading = Reading.of(configured, capture);
      if (arguments.has("--json")) {
        terminal.out().println(json(reading));
      } else {
        table(configured, capture, reading);
      }
      return reading.valid() ? Verb.OK : Verb.WRONG;
    } catch (IllegalArgumentException e) {
      return texts.usage("wrong-setting", e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String json(Reading reading) throws JsonProcessingException {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("valid", reading.valid());
    if (!reading.valid()) {
      answer.put("reason", reading.reason());
    }
    answer.put("decoded", reading.decoded());
    return JSON.writeValueAsString(answer);
  }

  private void table(Codec codec, byte[] capture, Reading reading) {
    terminal.out().println(texts.say("table-head"));
    for (Span span : codec.explain(capture)) {
      terminal
          .out()
          .printf(
              "%6d  %-26s %-28s %s%n",
              span.offset(), bytes(capture, span), span.field(), span.value());
    }
    terminal.out().println();
    reading.decoded().forEach((name, value) -> terminal.out().println(name + " = " + value));
    String key = reading.valid() ? "is-valid" : "is-invalid";
    terminal.out().println(texts.say(key, codec.protocol(), String.valueOf(reading.reason())));
  }

  /** A value that the codec hides must not be readable in its bytes either. */
  private static String bytes(byte[] capture, Span span) {
    if ("***".equals(span.value())) {
      return "***";
    }
    int from = Math.min(span.offset(), capture.length);
    int to = Math.min(from + Math.max(0, span.length()), capture.length);
    int shown = Math.min(to, from + MOST_BYTES_SHOWN);
    String hex =
        HexFormat.ofDelimiter(" ")
            .withUpperCase()
            .formatHex(Arrays.copyOfRange(capture, from, shown));
    return shown < to ? hex + " .." : hex;
  }
}
