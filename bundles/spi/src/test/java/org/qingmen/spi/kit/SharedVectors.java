package org.qingmen.spi.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.qingmen.spi.device.Codec;
import org.qingmen.spi.device.Decoded;

/**
 * Captured messages kept outside the repository, with an index of what each must decode to. The
 * folder is named by the system property {@code qingmen.shared} or the variable {@code
 * QINGMEN_SHARED}; where there is none, there are no such tests.
 */
public final class SharedVectors {

  private static final ObjectMapper JSON = new ObjectMapper();

  private SharedVectors() {}

  /** One test for each message of the codec's protocol. */
  public static Stream<DynamicTest> of(Codec codec) {
    Path folder = folder().resolve("protocols/vectors");
    Path index = folder.resolve("index.json");
    if (!Files.isReadable(index)) {
      return Stream.empty();
    }
    try {
      JsonNode entries = JSON.readTree(index.toFile());
      return StreamSupport.stream(entries.spliterator(), false)
          .filter(entry -> entry.path("protocol").asText().equals(codec.protocol()))
          .map(entry -> test(codec, folder, entry));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DynamicTest test(Codec codec, Path folder, JsonNode entry) {
    String file = entry.path("file").asText();
    return DynamicTest.dynamicTest(file, () -> check(codec, bytes(folder.resolve(file)), entry));
  }

  private static void check(Codec codec, byte[] bytes, JsonNode entry) {
    Decoded decoded = codec.decode(bytes);
    assertThat(decoded instanceof Decoded.Message).isEqualTo(entry.path("valid").asBoolean());
    Map<String, Object> fields = new LinkedHashMap<>();
    if (decoded instanceof Decoded.Refused refused) {
      fields.put("error", refused.reason());
      fields.putAll(refused.details());
    } else if (decoded instanceof Decoded.Message message) {
      fields.putAll(message.fields());
    }
    JsonNode found = JSON.valueToTree(fields);
    entry
        .path("expected")
        .properties()
        .forEach(
            wanted ->
                assertThat(plain(found.path(wanted.getKey())))
                    .as(wanted.getKey())
                    .isEqualTo(plain(wanted.getValue())));
  }

  /** Numbers without trailing zeros, so that 3 and 3.000 are the same. */
  private static String plain(JsonNode node) {
    if (node.isNumber()) {
      return node.decimalValue().stripTrailingZeros().toPlainString();
    }
    if (node.isArray()) {
      return StreamSupport.stream(node.spliterator(), false)
          .map(SharedVectors::plain)
          .toList()
          .toString();
    }
    return node.toString();
  }

  private static byte[] bytes(Path file) throws IOException {
    byte[] raw = Files.readAllBytes(file);
    String text = new String(raw, StandardCharsets.ISO_8859_1);
    boolean hex = file.getFileName().toString().endsWith(".hex");
    return hex ? HexFormat.of().parseHex(text.replaceAll("\\s", "")) : raw;
  }

  private static Path folder() {
    String named = System.getProperty("qingmen.shared", System.getenv("QINGMEN_SHARED"));
    if (named != null) {
      return Path.of(named);
    }
    Path at = Path.of("").toAbsolutePath();
    while (at != null && !Files.isDirectory(at.resolve(".mvn"))) {
      at = at.getParent();
    }
    return at == null || at.getParent() == null ? Path.of("shared") : at.resolveSibling("shared");
  }
}
