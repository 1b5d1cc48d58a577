package org.qingmen.spi.refusal;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.qingmen.model.Text;

/**
 * The texts of a room's refusals, from {@code messages_zh.properties} and {@code
 * messages_en.properties} beside a class of the room. A refusal {@code c} has the keys {@code
 * c.what}, {@code c.why} and {@code c.fix}; values are {@link MessageFormat} patterns, so a single
 * quote is written twice.
 */
public final class RefusalTexts {

  private final ResourceBundle chinese;
  private final ResourceBundle english;

  private RefusalTexts(ResourceBundle chinese, ResourceBundle english) {
    this.chinese = chinese;
    this.english = english;
  }

  /**
   * The texts beside a class.
   *
   * @throws java.util.MissingResourceException when one of the two files is missing
   */
  public static RefusalTexts beside(Class<?> anchor) {
    String base = anchor.getPackageName() + ".messages";
    var control = ResourceBundle.Control.getNoFallbackControl(List.of("java.properties"));
    ClassLoader loader = anchor.getClassLoader();
    return new RefusalTexts(
        ResourceBundle.getBundle(base, Locale.CHINESE, loader, control),
        ResourceBundle.getBundle(base, Locale.ENGLISH, loader, control));
  }

  /** The text of a key in both languages, its placeholders filled. */
  public Text text(String key, Object... values) {
    return new Text(
        new MessageFormat(chinese.getString(key), Locale.CHINESE).format(values),
        new MessageFormat(english.getString(key), Locale.ENGLISH).format(values));
  }

  /** The refusal with this code; the values fill the placeholders of all its texts. */
  public Refusal refusal(Refusal.Kind kind, String code, Object... values) {
    return new Refusal(
        kind,
        code,
        text(code + ".what", values),
        text(code + ".why", values),
        text(code + ".fix", values),
        List.of(),
        0);
  }
}
