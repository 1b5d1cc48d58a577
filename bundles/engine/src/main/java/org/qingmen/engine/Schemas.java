package org.qingmen.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** JSON Schemas (2020-12) of what the engine reads and writes. */
public final class Schemas {

  private static final List<String> NAMES =
      List.of(
          "pack.schema.json",
          "parameters.schema.json",
          "grading-cases.schema.json",
          "passage-cases.schema.json",
          "judgement-cases.schema.json",
          "grade.schema.json",
          "decision.schema.json");

  private Schemas() {}

  /** File names of all of them. */
  public static List<String> names() {
    return NAMES;
  }

  /** A schema by its file name; empty when there is none of that name. */
  public static Optional<byte[]> read(String name) {
    if (!NAMES.contains(name)) {
      return Optional.empty();
    }
    try (InputStream in = Schemas.class.getResourceAsStream("/schemas/" + name)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
