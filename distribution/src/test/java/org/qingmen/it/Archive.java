package org.qingmen.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The tar.gz that this build has packed; the tests run nothing else. */
public final class Archive {

  private Archive() {}

  /**
   * Where the archive lies.
   *
   * @return the file named by the build, never one of an earlier build
   */
  public static Path file() {
    Path file = Path.of(required("qingmen.archive"));
    if (!Files.isRegularFile(file)) {
      throw new IllegalStateException(file + " is missing: package the distribution first");
    }
    return file;
  }

  /**
   * A new, empty folder under the build directory.
   *
   * @param prefix what its name begins with
   * @return the folder
   */
  public static Path newFolder(String prefix) {
    try {
      Path work = Files.createDirectories(Path.of(required("qingmen.work")));
      return Files.createTempDirectory(work, prefix + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Unpacks the archive into a new folder.
   *
   * @return the folder that holds bin, etc and system
   */
  public static Path unpack() {
    Path home = newFolder("server");
    try {
      Process tar =
          new ProcessBuilder("tar", "xzf", file().toString(), "--strip-components=1")
              .directory(home.toFile())
              .inheritIO()
              .start();
      if (tar.waitFor() != 0) {
        throw new IllegalStateException("tar refused " + file());
      }
      return home;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while unpacking", e);
    }
  }

  /**
   * Deletes a folder with everything in it.
   *
   * @param folder the folder, may be gone already
   */
  public static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String required(String property) {
    String value = System.getProperty(property);
    if (value == null) {
      throw new IllegalStateException("system property " + property + " is not set by the build");
    }
    return value;
  }
}
