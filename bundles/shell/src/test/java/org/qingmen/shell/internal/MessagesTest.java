package org.qingmen.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.qingmen.camelhost.ConnectorState;
import org.qingmen.spi.pack.PackDescriptor;
import org.qingmen.spi.pack.PackState;

class MessagesTest {

  @Test
  void bothLanguagesSayTheSameThings() throws IOException {
    assertThat(keys("zh")).isEqualTo(keys("en"));
  }

  @Test
  void everyStateAndKindHasAWord() throws IOException {
    TreeSet<String> keys = keys("en");
    Stream.of(
            PackState.values(),
            PackDescriptor.Kind.values(),
            ConnectorState.State.values(),
            ConnectorState.Kind.values())
        .flatMap(Stream::of)
        .map(constant -> (Enum<?>) constant)
        .forEach(
            constant ->
                assertThat(keys)
                    .contains(
                        constant.getDeclaringClass().getSimpleName() + "." + constant.name()));
  }

  private static TreeSet<String> keys(String language) throws IOException {
    Properties properties = new Properties();
    String name = "messages_" + language + ".properties";
    try (InputStreamReader reader =
        new InputStreamReader(
            MessagesTest.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return new TreeSet<>(properties.stringPropertyNames());
  }
}
