package org.qingmen.supervision.stages.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {

  private static final Pattern CODE = Pattern.compile("(?:UNAVAILABLE, |INVALID, )\"([a-z-]+)\"");

  @Test
  void bothLanguagesSayTheSameThings() throws IOException {
    assertThat(keys("zh")).isEqualTo(keys("en"));
  }

  @Test
  void everyRefusalSaysWhatWhyAndHowToPutItRight() throws IOException {
    for (String code : codesInTheSources()) {
      assertThat(keys("en")).contains(code + ".what", code + ".why", code + ".fix");
    }
  }

  @Test
  void bothLanguagesUseTheSamePlaceholders() throws IOException {
    Properties chinese = load("zh");
    Properties english = load("en");
    for (String key : keys("en")) {
      assertThat(placeholders(chinese.getProperty(key)))
          .as(key)
          .isEqualTo(placeholders(english.getProperty(key)));
    }
  }

  private static TreeSet<String> codesInTheSources() throws IOException {
    TreeSet<String> codes = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(p -> p.toString().endsWith(".java")).toList()) {
        CODE.matcher(Files.readString(source)).results().forEach(m -> codes.add(m.group(1)));
      }
    }
    assertThat(codes).hasSizeGreaterThan(5);
    return codes;
  }

  private static TreeSet<String> placeholders(String text) {
    return Pattern.compile("\\{[0-9]}")
        .matcher(text)
        .results()
        .map(java.util.regex.MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static TreeSet<String> keys(String language) throws IOException {
    return new TreeSet<>(load(language).stringPropertyNames());
  }

  private static Properties load(String language) throws IOException {
    Properties properties = new Properties();
    String name = "messages_" + language + ".properties";
    try (InputStreamReader reader =
        new InputStreamReader(
            MessagesTest.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
