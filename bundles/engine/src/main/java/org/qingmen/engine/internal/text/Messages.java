package org.qingmen.engine.internal.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.qingmen.model.Text;

/** What the engine says to people, in both languages, from message files. */
public final class Messages {

  private static final Properties ZH = load("messages_zh.properties");
  private static final Properties EN = load("messages_en.properties");

  private Messages() {}

  /** The message with this key, its placeholders filled. */
  public static Text text(String key, Object... values) {
    return new Text(
        Templates.fill(need(ZH, key), Locale.CHINESE, values),
        Templates.fill(need(EN, key), Locale.ENGLISH, values));
  }

  private static String need(Properties messages, String key) {
    return Objects.requireNonNull(messages.getProperty(key), () -> "no message " + key);
  }

  private static Properties load(String name) {
    Properties messages = new Properties();
    try (InputStreamReader reader =
        new InputStreamReader(
            Objects.requireNonNull(Messages.class.getResourceAsStream(name), name),
            StandardCharsets.UTF_8)) {
      messages.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return messages;
  }
}
