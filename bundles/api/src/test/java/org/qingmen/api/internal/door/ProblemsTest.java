package org.qingmen.api.internal.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ProblemsTest {

  @Test
  void everyProblemSaysWhatWhyAndWhatToDoInBothLanguages() throws IOException {
    Properties chinese = messages("zh");
    Properties english = messages("en");
    assertThat(english.keySet()).isEqualTo(chinese.keySet());
    chinese.stringPropertyNames().stream()
        .filter(key -> !key.startsWith("fault."))
        .map(key -> key.substring(0, key.lastIndexOf('.')))
        .forEach(
            code ->
                assertThat(chinese.stringPropertyNames())
                    .contains(code + ".what", code + ".why", code + ".fix"));
  }

  private static Properties messages(String language) throws IOException {
    Properties messages = new Properties();
    try (InputStreamReader in =
        new InputStreamReader(
            Problems.class.getResourceAsStream("messages_" + language + ".properties"),
            StandardCharsets.UTF_8)) {
      messages.load(in);
    }
    return messages;
  }
}
