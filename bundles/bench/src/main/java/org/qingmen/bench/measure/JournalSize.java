package org.qingmen.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How much the archive of the journal takes.
 *
 * @param bytes bytes of all segments
 * @param lastPosition position of the last entry in them, 0 when there is none
 */
public record JournalSize(long bytes, long lastPosition) {

  private static final Pattern NAME = Pattern.compile("[0-9]+-([0-9]+)\\.zip");

  /** Measures what lies below a data directory. */
  public static JournalSize of(Path data) throws IOException {
    Path segments = data.resolve("journal/segments");
    long bytes = 0;
    long last = 0;
    try (Stream<Path> files = Files.list(segments)) {
      for (Path file : files.toList()) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (name.matches()) {
          bytes += Files.size(file);
          last = Math.max(last, Long.parseLong(name.group(1)));
        }
      }
    }
    return new JournalSize(bytes, last);
  }
}
