package org.qingmen.cli;

import java.io.PrintStream;
import java.util.Locale;
import org.qingmen.model.Text;

/**
 * Where a verb writes, and in which language.
 *
 * @param out results
 * @param err errors and usage
 * @param locale language of the reader
 */
public record Terminal(PrintStream out, PrintStream err, Locale locale) {

  /** The text in the reader's language. */
  public String say(Text text) {
    return text.in(locale);
  }

  /** The text in the reader's language. */
  public String say(String zh, String en) {
    return say(new Text(zh, en));
  }
}
