package org.qingmen.bench.report;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Texts of the bench in the reader's language. */
public final class Texts {

  private final ResourceBundle bundle;

  /** Texts in a language; English unless it is Chinese. */
  public Texts(Locale locale) {
    Locale known = "zh".equals(locale.getLanguage()) ? Locale.CHINESE : Locale.ROOT;
    bundle =
        ResourceBundle.getBundle(
            "org.qingmen.bench.messages",
            known,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
  }

  /** The language asked for by the environment, as the launcher reads it. */
  public static Texts ofEnvironment() {
    for (String name : new String[] {"QINGMEN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"}) {
      String value = System.getenv(name);
      if (value != null && !value.isBlank()) {
        return new Texts(value.startsWith("zh") ? Locale.CHINESE : Locale.ENGLISH);
      }
    }
    return new Texts(Locale.ENGLISH);
  }

  /** A text with its arguments. */
  public String get(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), Locale.ENGLISH).format(arguments);
  }
}
