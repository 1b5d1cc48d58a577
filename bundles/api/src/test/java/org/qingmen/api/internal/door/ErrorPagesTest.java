package org.qingmen.api.internal.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every refusal that any room can word has its section in {@code docs/errors.md}. */
class ErrorPagesTest {

  private static final Path ROOT = Path.of("..", "..");

  @Test
  void everyRefusalHasItsSection() throws IOException {
    Set<String> sections;
    try (Stream<String> lines = Files.lines(ROOT.resolve("docs/errors.md"))) {
      sections =
          lines
              .filter(line -> line.startsWith("### "))
              .map(line -> line.substring(4))
              .collect(Collectors.toSet());
    }
    assertThat(sections).containsAll(codes());
  }

  private static Set<String> codes() throws IOException {
    Set<String> codes = new TreeSet<>();
    for (Path file : messageFiles()) {
      Properties messages = new Properties();
      try (BufferedReader in = Files.newBufferedReader(file)) {
        messages.load(in);
      }
      messages.stringPropertyNames().stream()
          .filter(key -> key.endsWith(".what"))
          .map(key -> key.substring(0, key.length() - ".what".length()))
          .forEach(codes::add);
    }
    return codes;
  }

  private static List<Path> messageFiles() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("bundles"), 12)) {
      return files
          .filter(file -> file.endsWith("messages_en.properties"))
          .filter(file -> file.toString().contains("src/main/resources"))
          .toList();
    }
  }
}
