package org.qingmen.bench.server;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders, ports and programs for what the bench starts. */
public final class Work {

  private Work() {}

  /**
   * The folder of the checkout.
   *
   * @throws IllegalStateException when the launcher did not name it
   */
  public static Path root() {
    return Path.of(required("qingmen.root"));
  }

  /** The archive of the product. */
  public static Path archive() {
    return Path.of(required("qingmen.archive"));
  }

  /** A new, empty folder; on the disk of the checkout, because a sync in memory costs nothing. */
  public static Path folder(String name) throws IOException {
    Path parent = Files.createDirectories(root().resolve("target/bench"));
    return Files.createTempDirectory(parent, name + "-");
  }

  /** Deletes a folder with all it holds. */
  public static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder, new FileVisitOption[0])) {
      all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** A port nobody listens on. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Path of an installed program. */
  public static String program(String name, String debianPackage) throws IOException {
    for (String folder : List.of("/usr/sbin", "/usr/bin", "/usr/local/bin", "/usr/libexec")) {
      Path path = Path.of(folder, name);
      if (Files.isExecutable(path)) {
        return path.toString();
      }
    }
    throw new IOException(
        name + " is missing: apt-get update && apt-get install -y " + debianPackage);
  }

  /** A program of the Java installation that runs the bench. */
  public static String java(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  private static String required(String property) {
    String value = System.getProperty(property);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException("call it through ./qingmen bench: " + property);
    }
    return value;
  }
}
