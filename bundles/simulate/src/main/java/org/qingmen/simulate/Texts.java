package org.qingmen.simulate;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;

/** What the simulator says, in Chinese or English. */
final class Texts {

  private final Properties texts = new Properties();

  Texts(String language) {
    String name = "messages_" + language + ".properties";
    try (InputStream stream = Texts.class.getResourceAsStream(name)) {
      texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In the language of {@code QINGMEN_LANG}, else of the system; Chinese unless English. */
  static Texts ofSystem() {
    String wanted = System.getenv("QINGMEN_LANG");
    String language = wanted == null ? Locale.getDefault().getLanguage() : wanted;
    return new Texts(language.startsWith("en") ? "en" : "zh");
  }

  String say(String key, Object... arguments) {
    return new MessageFormat(texts.getProperty(key), Locale.ROOT).format(arguments);
  }
}
