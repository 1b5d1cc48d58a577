package org.qingmen.engine.internal.life;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.qingmen.engine.internal.compile.CompiledStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compiled rules in a folder, which may be deleted at any time. */
public final class FileCompiledStore implements CompiledStore {

  private static final Logger LOG = LoggerFactory.getLogger(FileCompiledStore.class);

  private final Path folder;

  /** Keeps compiled rules in this folder, which is made when needed. */
  public FileCompiledStore(Path folder) {
    this.folder = folder;
  }

  @Override
  public Optional<byte[]> find(String key) {
    try {
      return FilePackStore.read(file(key));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public void keep(String key, byte[] compiled) {
    try {
      if (!Files.exists(file(key))) {
        DurableFiles.write(file(key), compiled);
      }
    } catch (IOException e) {
      LOG.warn("compiled rules could not be kept and will be compiled again: {}", e.toString());
    }
  }

  private Path file(String key) {
    return folder.resolve(key + ".jar");
  }
}
