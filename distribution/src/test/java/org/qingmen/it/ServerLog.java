package org.qingmen.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The server's log, and the rule that no WARN or ERROR goes unexplained: a line is either announced
 * for every test in {@code announced-log-lines.txt}, or by the test that provokes it.
 */
public final class ServerLog {

  private static final Pattern TROUBLE = Pattern.compile("^\\S+ \\| (WARN |ERROR|FATAL) .*");

  private final Path file;
  private final List<Pattern> announced = new ArrayList<>(announcedForAll());

  ServerLog(Path file) {
    this.file = file;
  }

  /**
   * Announces trouble that the test provokes on purpose.
   *
   * @param regex found anywhere in the line
   * @param reason why the line is right; shown to whoever reads the test
   */
  public void expect(String regex, String reason) {
    assertThat(reason).as("reason for expecting " + regex).isNotBlank();
    announced.add(Pattern.compile(regex));
  }

  /**
   * Everything written so far.
   *
   * @return the lines, oldest first; empty before the first one
   */
  public List<String> lines() {
    try {
      return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * WARN, ERROR and FATAL lines that nobody announced.
   *
   * @return the lines, oldest first
   */
  public List<String> unannounced() {
    return lines().stream()
        .filter(line -> TROUBLE.matcher(line).matches())
        .filter(line -> announced.stream().noneMatch(known -> known.matcher(line).find()))
        .toList();
  }

  /** Fails when there is trouble that nobody announced. */
  public void assertNoSurprise() {
    assertThat(unannounced())
        .as("WARN and ERROR lines of %s that no test and no list announces", file)
        .isEmpty();
  }

  private static List<Pattern> announcedForAll() {
    try (InputStream list = ServerLog.class.getResourceAsStream("/announced-log-lines.txt")) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Pattern::compile)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
