package org.qingmen.engine.internal.life;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.qingmen.engine.PackStatusStore;

/** Packs in a folder: {@code state.json} and one {@code HASH.zip} per pack. */
public final class FilePackStore implements PackStatusStore {

  private static final String ZIP = ".zip";

  private final Path folder;

  /** Keeps packs in this folder, which is made when needed. */
  public FilePackStore(Path folder) {
    this.folder = folder;
  }

  @Override
  public Optional<byte[]> loadState() throws IOException {
    return read(folder.resolve("state.json"));
  }

  @Override
  public void saveState(byte[] json) throws IOException {
    DurableFiles.write(folder.resolve("state.json"), json);
  }

  @Override
  public void keep(String hash, byte[] archive) throws IOException {
    Path file = folder.resolve(hash + ZIP);
    if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), archive)) {
      DurableFiles.write(file, archive);
    }
  }

  @Override
  public Optional<byte[]> archive(String hash) throws IOException {
    return read(folder.resolve(hash + ZIP));
  }

  @Override
  public void drop(String hash) throws IOException {
    Files.deleteIfExists(folder.resolve(hash + ZIP));
  }

  @Override
  public List<String> archives() throws IOException {
    List<String> hashes = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ZIP)) {
        files.forEach(file -> hashes.add(file.getFileName().toString().replace(ZIP, "")));
      }
    }
    return hashes;
  }

  static Optional<byte[]> read(Path file) throws IOException {
    return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
  }
}
