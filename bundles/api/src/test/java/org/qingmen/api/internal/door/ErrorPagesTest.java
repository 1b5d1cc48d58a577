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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every refusal that any room can word has its section in {@code docs/errors.md}. */
class ErrorPagesTest {

  private static final Path ROOT = Path.of("..", "..");

  /** A fault of a member whose code stands beside it in the code. */
  private static final Pattern FAULT = Pattern.compile("new Fault\\(\\s*\"([a-z0-9-]+)\"");

  @Test
  void everyRefusalHasItsSection() throws IOException {
    assertThat(sections()).containsAll(codes("", ".what"));
  }

  @Test
  void everyFaultOfAMemberHasItsSection() throws IOException {
    assertThat(sections()).containsAll(codes("fault.", "")).containsAll(faults());
  }

  @Test
  void everyMessageIsThereInBothLanguages() throws IOException {
    for (Path english : messageFiles()) {
      Path chinese = english.resolveSibling("messages_zh.properties");
      assertThat(read(chinese).stringPropertyNames())
          .as("%s", chinese)
          .isEqualTo(read(english).stringPropertyNames());
    }
  }

  private static Set<String> sections() throws IOException {
    try (Stream<String> lines = Files.lines(ROOT.resolve("docs/errors.md"))) {
      return lines
          .filter(line -> line.startsWith("### "))
          .map(line -> line.substring(4))
          .collect(Collectors.toSet());
    }
  }

  private static Set<String> faults() throws IOException {
    Set<String> codes = new TreeSet<>();
    for (Path file : files(".java", "src/main/java")) {
      Matcher found = FAULT.matcher(Files.readString(file));
      while (found.find()) {
        codes.add(found.group(1));
      }
    }
    return codes;
  }

  private static Set<String> codes(String prefix, String suffix) throws IOException {
    Set<String> codes = new TreeSet<>();
    for (Path file : messageFiles()) {
      read(file).stringPropertyNames().stream()
          .filter(key -> key.startsWith(prefix) && key.endsWith(suffix))
          .map(key -> key.substring(prefix.length(), key.length() - suffix.length()))
          .forEach(codes::add);
    }
    return codes;
  }

  private static Properties read(Path file) throws IOException {
    Properties messages = new Properties();
    try (BufferedReader in = Files.newBufferedReader(file)) {
      messages.load(in);
    }
    return messages;
  }

  private static List<Path> messageFiles() throws IOException {
    return files("messages_en.properties", "src/main/resources");
  }

  private static List<Path> files(String name, String below) throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("bundles"), 16)) {
      return files
          .filter(file -> !file.toString().contains("node_modules"))
          .filter(file -> file.toString().endsWith(name) && file.toString().contains(below))
          .toList();
    }
  }
}
