package org.qingmen.supervision.registers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.qingmen.model.Text;

/** The table of registers. */
public final class RegisterKinds {

  private static final List<RegisterKind> ALL = read();

  private RegisterKinds() {}

  /** All of them, in the order of the table. */
  public static List<RegisterKind> all() {
    return ALL;
  }

  /** Those whose entries belong to an enterprise. */
  public static List<RegisterKind> ofEnterprises() {
    return ALL.stream().filter(kind -> kind.scope() == RegisterKind.Scope.ENTERPRISE).toList();
  }

  /** The register with this last part of the address. */
  public static Optional<RegisterKind> ofPath(String path) {
    return ALL.stream().filter(kind -> kind.path().equals(path)).findFirst();
  }

  /**
   * The register with this kind of documents.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static RegisterKind ofKind(String kind) {
    return ALL.stream()
        .filter(one -> one.kind().equals(kind))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no register has the kind " + kind));
  }

  private static List<RegisterKind> read() {
    try (InputStream json = RegisterKinds.class.getResourceAsStream("kinds.json")) {
      List<RegisterKind> kinds = new ArrayList<>();
      new ObjectMapper().readTree(json).forEach(row -> kinds.add(kind(row)));
      return List.copyOf(kinds);
    } catch (IOException e) {
      throw new UncheckedIOException("the table of registers is damaged", e);
    }
  }

  private static RegisterKind kind(JsonNode row) {
    return new RegisterKind(
        row.path("path").asText(),
        row.path("kind").asText(),
        row.path("schema").asText(),
        row.path("id").asText(),
        RegisterKind.Scope.valueOf(row.path("scope").asText().toUpperCase(Locale.ROOT)),
        texts(row.path("read")),
        texts(row.path("write")),
        texts(row.path("delete")),
        new Text(row.path("zh").asText(), row.path("en").asText()));
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(item.asText()));
    return texts;
  }
}
