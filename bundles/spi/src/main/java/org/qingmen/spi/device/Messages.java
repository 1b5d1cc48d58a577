package org.qingmen.spi.device;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Properties;
import org.qingmen.model.Text;

/**
 * Texts of a connector in both languages, from {@code messages_zh.properties} and {@code
 * messages_en.properties} (UTF-8) beside a class.
 */
public final class Messages {

  private final Properties zh;
  private final Properties en;

  private Messages(Properties zh, Properties en) {
    this.zh = zh;
    this.en = en;
  }

  /** The texts beside this class. */
  public static Messages beside(Class<?> anchor) {
    return new Messages(read(anchor, "zh"), read(anchor, "en"));
  }

  /**
   * One text with its arguments filled in ({@link MessageFormat}).
   *
   * @throws IllegalArgumentException when a language lacks it
   */
  public Text text(String key, Object... arguments) {
    return new Text(fill(zh, key, arguments), fill(en, key, arguments));
  }

  private static String fill(Properties texts, String key, Object... arguments) {
    String pattern = texts.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no text for " + key);
    }
    return MessageFormat.format(pattern, arguments);
  }

  private static Properties read(Class<?> anchor, String language) {
    String name = "messages_" + language + ".properties";
    try (InputStream stream = anchor.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalArgumentException(name + " is missing beside " + anchor.getName());
      }
      Properties texts = new Properties();
      texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
