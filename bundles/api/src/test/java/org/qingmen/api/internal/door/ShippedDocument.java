package org.qingmen.api.internal.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The document as it is shipped, for tests outside a container. */
public final class ShippedDocument {

  private ShippedDocument() {}

  /** From the files beside the frame, as the bundle names them. */
  public static OpenApi open() {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/openapi"))) {
      List<URL> found = new ArrayList<>();
      for (Path file : files.toList()) {
        found.add(file.toUri().toURL());
      }
      return new OpenApi(found);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
