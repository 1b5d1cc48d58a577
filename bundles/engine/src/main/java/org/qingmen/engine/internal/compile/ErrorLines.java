package org.qingmen.engine.internal.compile;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kie.api.builder.Message;

/**
 * The line of an error in a rule text. The compiler knows none where it cannot make sense of an
 * expression, but quotes the expression.
 */
final class ErrorLines {

  private static final Pattern QUOTED =
      Pattern.compile("(?s)Unable to Analyse Expression (.+?):\\s*\\[");

  private ErrorLines() {}

  /** The line, 1 for the first; 0 when it is not known. */
  static int of(String text, Message error) {
    if (error.getLine() > 0) {
      return error.getLine();
    }
    Matcher quoted = QUOTED.matcher(String.valueOf(error.getText()));
    int at = quoted.find() ? text.indexOf(quoted.group(1).strip()) : -1;
    return at < 0 ? 0 : 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
  }
}
