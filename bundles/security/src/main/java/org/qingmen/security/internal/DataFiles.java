package org.qingmen.security.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.osgi.framework.BundleContext;

/** Files in the data directory that nobody but the server's own user may read. */
final class DataFiles {

  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private DataFiles() {}

  /** The data directory of this server. */
  static Path directory(BundleContext bundles) {
    String configured = bundles.getProperty("qingmen.data");
    String environment = System.getenv().getOrDefault("QINGMEN_DATA", "data");
    return Path.of(configured == null ? environment : configured).toAbsolutePath();
  }

  /** Writes a file whole or not at all, on disk when this returns, with rights 0600. */
  static void write(Path file, byte[] content) {
    try {
      Files.createDirectories(file.getParent());
      Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
      Files.deleteIfExists(fresh);
      Set<StandardOpenOption> options =
          Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      try (FileChannel channel = FileChannel.open(fresh, options, OWNER_ONLY)) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      syncDirectory(file.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private static void syncDirectory(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
