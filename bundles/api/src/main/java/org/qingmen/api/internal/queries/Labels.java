package org.qingmen.api.internal.queries;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** Names of columns and of codes, in the reader's language, for files that people read. */
public final class Labels {

  private final ResourceBundle texts;

  private Labels(ResourceBundle texts) {
    this.texts = texts;
  }

  /** Those of a language. */
  public static Labels in(Locale language) {
    Locale wanted = "en".equals(language.getLanguage()) ? Locale.ENGLISH : Locale.CHINESE;
    var control = ResourceBundle.Control.getNoFallbackControl(List.of("java.properties"));
    String base = Labels.class.getPackageName() + ".labels";
    return new Labels(
        ResourceBundle.getBundle(base, wanted, Labels.class.getClassLoader(), control));
  }

  /** The name of a column or sheet. */
  String of(String key) {
    return texts.getString(key);
  }

  /** The name of a code of a list; a code without one stands for itself. */
  public String of(String list, String code) {
    String key = list + "." + code;
    return code != null && texts.containsKey(key) ? texts.getString(key) : code;
  }

  /** What the codes of findings mean; a code that a province's pack made stands for itself. */
  public List<String> findings(List<String> codes) {
    return codes.stream().map(code -> of("finding", code)).toList();
  }

  /** Yes or no. */
  String of(boolean value) {
    return texts.getString(value ? "yes" : "no");
  }
}
