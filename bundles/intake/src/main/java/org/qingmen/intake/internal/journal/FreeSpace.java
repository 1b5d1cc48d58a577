package org.qingmen.intake.internal.journal;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** Watches the disk, so that records are refused before a write can fail half way. */
final class FreeSpace {

  private static final long EVERY_NANOS = 100_000_000L;

  private final FileStore store;
  private final long reserve;
  private volatile long usable = Long.MAX_VALUE;
  private volatile long asked = System.nanoTime() - EVERY_NANOS - 1;

  FreeSpace(Path directory, long reserve) throws IOException {
    Files.createDirectories(directory);
    store = Files.getFileStore(directory);
    this.reserve = reserve;
  }

  boolean enough() {
    long now = System.nanoTime();
    if (now - asked > EVERY_NANOS) {
      asked = now;
      try {
        usable = store.getUsableSpace();
      } catch (IOException e) {
        usable = 0;
      }
    }
    return usable >= reserve;
  }

  String complaint() {
    return "the journal's disk is full: "
        + (usable >> 20)
        + " MiB free, "
        + (reserve >> 20)
        + " kept";
  }
}
