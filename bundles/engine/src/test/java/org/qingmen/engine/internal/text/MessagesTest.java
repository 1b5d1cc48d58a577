package org.qingmen.engine.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.qingmen.model.Text;

@DisplayName("Messages")
class MessagesTest {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[0-9]}");

  @Test
  @DisplayName("are complete in both languages, with the same placeholders")
  void areComplete() throws IOException {
    Properties zh = load("zh");
    Properties en = load("en");

    assertThat(en.stringPropertyNames()).isEqualTo(zh.stringPropertyNames());
    for (String key : zh.stringPropertyNames()) {
      assertThat(placeholders(en.getProperty(key)))
          .as(key)
          .isEqualTo(placeholders(zh.getProperty(key)));
    }
  }

  @Test
  @DisplayName("show texts in the reader's language, numbers plainly, and nothing as nothing")
  void fillPlaceholders() {
    Text text = new Text("国四", "China IV");

    assertThat(Templates.fill("{0} {1} {2} {x} {9}", Locale.ENGLISH, text, 30.0, null))
        .isEqualTo("China IV 30 none {x} {9}");
    assertThat(Templates.fill("{0}{1}", Locale.CHINESE, text, 0.85)).isEqualTo("国四0.85");
  }

  private static TreeSet<String> placeholders(String message) {
    return PLACEHOLDER
        .matcher(message)
        .results()
        .map(found -> found.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Properties load(String language) throws IOException {
    Properties messages = new Properties();
    try (var in = MessagesTest.class.getResourceAsStream("messages_" + language + ".properties")) {
      messages.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return messages;
  }
}
