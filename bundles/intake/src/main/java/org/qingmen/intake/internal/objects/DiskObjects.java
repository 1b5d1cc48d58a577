package org.qingmen.intake.internal.objects;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.qingmen.spi.intake.ObjectStore;

/** Objects as files named by their hash, two levels of folders deep. */
@Component(configurationPid = "org.qingmen.objects")
public final class DiskObjects implements ObjectStore {

  private final Path directory;

  /** Keys of {@code org.qingmen.objects.cfg}. */
  @interface Config {
    /** Data directory; objects lie in its folder {@code objects}. */
    String data() default "data";
  }

  @Activate
  public DiskObjects(Config config) throws IOException {
    this(Path.of(config.data(), "objects"));
  }

  DiskObjects(Path directory) throws IOException {
    this.directory = directory;
    Files.createDirectories(directory);
  }

  @Override
  public String put(byte[] content) throws IOException {
    String hash = hash(content);
    Path target = path(hash);
    if (Files.exists(target)) {
      return hash;
    }
    Files.createDirectories(target.getParent());
    Path draft = Files.createTempFile(directory, "object", ".tmp");
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      channel.write(java.nio.ByteBuffer.wrap(content));
      channel.force(true);
    }
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    return hash;
  }

  @Override
  public Optional<byte[]> get(String sha256) throws IOException {
    if (!sha256.matches("[0-9a-f]{64}")) {
      return Optional.empty();
    }
    Path path = path(sha256);
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    byte[] content = Files.readAllBytes(path);
    return hash(content).equals(sha256) ? Optional.of(content) : Optional.empty();
  }

  private Path path(String hash) {
    return directory.resolve(hash.substring(0, 2)).resolve(hash.substring(2, 4)).resolve(hash);
  }

  private static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
