package org.qingmen.office.internal.sheets;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.qingmen.office.DamagedTableException;

/** Words what is wrong with a file, from {@code messages_zh|en.properties}. */
final class Damage {

  private static final String BASE = Damage.class.getPackageName() + ".messages";

  private Damage() {}

  /** Something about the whole file. */
  static DamagedTableException file(String code, Throwable cause) {
    return row(code, 0, cause);
  }

  /** Something in a row; further values fill {@code {1}} and so on. */
  static DamagedTableException row(String code, int row, Throwable cause, Object... values) {
    Object[] all = new Object[values.length + 1];
    all[0] = Integer.toString(row);
    System.arraycopy(values, 0, all, 1, values.length);
    return new DamagedTableException(
        code, row, text(Locale.CHINESE, code, all), text(Locale.ENGLISH, code, all), cause);
  }

  private static String text(Locale locale, String code, Object[] values) {
    var control = ResourceBundle.Control.getNoFallbackControl(List.of("java.properties"));
    ResourceBundle texts =
        ResourceBundle.getBundle(BASE, locale, Damage.class.getClassLoader(), control);
    return new MessageFormat(texts.getString(code), locale).format(values);
  }
}
