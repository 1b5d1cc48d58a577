package org.qingmen.engine.internal.text;

import java.util.Locale;
import org.qingmen.engine.internal.json.CanonicalWriter;
import org.qingmen.model.Text;

/** Fills placeholders {@code {0}}, {@code {1}} ... of messages; anything else stays as it is. */
public final class Templates {

  private Templates() {}

  /** The template with its placeholders filled; a text is given in the reader's language. */
  public static String fill(String template, Locale locale, Object... values) {
    int open = template.indexOf('{');
    if (open < 0 || values.length == 0) {
      return template;
    }
    StringBuilder out = new StringBuilder(template.length() + 32);
    int from = 0;
    while (open >= 0) {
      int index = index(template, open, values.length);
      if (index >= 0) {
        out.append(template, from, open).append(show(values[index], locale));
        from = open + 3;
      }
      open = template.indexOf('{', open + 1);
    }
    return out.append(template, from, template.length()).toString();
  }

  private static int index(String template, int open, int count) {
    if (open + 2 >= template.length() || template.charAt(open + 2) != '}') {
      return -1;
    }
    int index = template.charAt(open + 1) - '0';
    return index >= 0 && index < count ? index : -1;
  }

  private static String show(Object value, Locale locale) {
    if (value == null) {
      return Locale.ENGLISH.equals(locale) ? "none" : "无";
    }
    if (value instanceof Text text) {
      return text.in(locale);
    }
    return value instanceof Number number ? CanonicalWriter.number(number) : value.toString();
  }
}
