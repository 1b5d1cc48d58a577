package org.qingmen.cli.connector;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Reads a captured message: {@code .hex} files are hex pairs, all others raw bytes. */
final class Capture {

  private static final Pattern SEPARATORS = Pattern.compile("0[xX]|[\\s,:]+");

  private Capture() {}

  /**
   * The bytes of a file.
   *
   * @throws IllegalArgumentException when a {@code .hex} file holds no hex pairs
   */
  static byte[] read(Path file) throws IOException {
    byte[] raw = Files.readAllBytes(file);
    return file.getFileName().toString().endsWith(".hex") ? pairs(raw) : raw;
  }

  private static byte[] pairs(byte[] raw) {
    String text = new String(raw, StandardCharsets.US_ASCII);
    String compact =
        String.join(
            "",
            Arrays.stream(text.split("\\R"))
                .filter(line -> !line.startsWith("#"))
                .map(line -> SEPARATORS.matcher(line).replaceAll(""))
                .toList());
    return HexFormat.of().parseHex(compact);
  }
}
