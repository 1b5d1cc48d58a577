package org.qingmen.shell.internal;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;
import org.qingmen.model.Text;

/** What the commands say, in the language of the session. */
final class Words {

  private final Locale language;
  private final ResourceBundle texts;

  private Words(Locale language) {
    this.language = language;
    texts =
        ResourceBundle.getBundle(
            Words.class.getPackageName() + ".messages",
            language,
            Words.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(List.of("java.properties")));
  }

  /**
   * The language of a session: its {@code QINGMEN_LANG}, {@code LC_ALL} or {@code LANG}, which ssh
   * clients send along, else the server's.
   */
  static Words of(Session session) {
    String wanted =
        Stream.of("QINGMEN_LANG", "LC_ALL", "LANG")
            .map(session::get)
            .map(value -> value == null ? "" : value.toString())
            .filter(value -> !value.isBlank())
            .findFirst()
            .orElse(Locale.getDefault().getLanguage());
    return new Words(wanted.startsWith("zh") ? Locale.CHINESE : Locale.ENGLISH);
  }

  String say(String key, Object... values) {
    return new MessageFormat(texts.getString(key), language).format(values);
  }

  String say(Text text) {
    return text.in(language);
  }

  /** An empty table whose columns have the names {@code prefix.column.*}. */
  ShellTable table(String prefix, String... columns) {
    ShellTable table = new ShellTable();
    for (String column : columns) {
      table.column(say(prefix + ".column." + column));
    }
    table.emptyTableText(say(prefix + ".none"));
    return table;
  }

  /** The word for a constant, such as a state. */
  String say(Enum<?> constant) {
    return say(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
  }
}
