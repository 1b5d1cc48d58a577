package org.qingmen.it;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real, small file system, so that a disk can really be full. Needs the right to mount. */
final class SmallDisk implements AutoCloseable {

  private static final int CHUNK = 1 << 20;

  private final Path path;

  private SmallDisk(Path path) {
    this.path = path;
  }

  /** Mounts it over a folder. */
  static SmallDisk over(Path path, int megabytes) throws IOException {
    Files.createDirectories(path);
    run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", path.toString());
    return new SmallDisk(path);
  }

  /** Writes a file until so many bytes are left. */
  Path fillUpTo(long left) throws IOException {
    Path ballast = path.resolve("ballast");
    try (OutputStream out = Files.newOutputStream(ballast)) {
      byte[] chunk = new byte[CHUNK];
      while (Files.getFileStore(path).getUsableSpace() > left) {
        out.write(chunk);
      }
    }
    return ballast;
  }

  @Override
  public void close() throws IOException {
    run("umount", path.toString());
  }

  private static void run(String... command) throws IOException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes());
      if (process.waitFor() != 0) {
        throw new IOException(
            String.join(" ", command)
                + " failed; the test needs root to mount a small disk: "
                + said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
