package org.qingmen.simulate;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What the server acknowledged, one JSON object per line, written as soon as it was: the outside
 * witness of what must not be lost.
 */
final class Ledger implements AutoCloseable {

  private final Writer file;

  private Ledger(Writer file) {
    this.file = file;
  }

  /** Appends to a file; null keeps nothing. */
  static Ledger open(Path file) throws IOException {
    return new Ledger(
        file == null
            ? Writer.nullWriter()
            : Files.newBufferedWriter(
                file,
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND));
  }

  synchronized void note(String line) throws IOException {
    file.write(line + "\n");
    file.flush();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
