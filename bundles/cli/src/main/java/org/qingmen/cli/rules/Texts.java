package org.qingmen.cli.rules;

import java.util.List;
import org.qingmen.cli.Terminal;
import org.qingmen.cli.Verb;
import org.qingmen.model.Text;
import org.qingmen.spi.device.Messages;
import org.qingmen.spi.pack.PackProblem;

/** What the actions of {@code rules} say, from message files in both languages. */
final class Texts {

  private static final Messages MESSAGES = Messages.beside(Texts.class);

  private final Terminal terminal;

  Texts(Terminal terminal) {
    this.terminal = terminal;
  }

  Terminal terminal() {
    return terminal;
  }

  String say(String key, Object... values) {
    return terminal.say(MESSAGES.text(key, values));
  }

  String say(Text text) {
    return terminal.say(text);
  }

  void print(String key, Object... values) {
    terminal.out().println(say(key, values));
  }

  /** Says why something failed. */
  int wrong(String key, Object... values) {
    terminal.err().println(say(key, values));
    return Verb.WRONG;
  }

  /** Says what was wrong with the call. */
  int usage(String key, Object... values) {
    terminal.err().println(say(key, values));
    terminal.err().println(say("usage"));
    return Verb.USAGE;
  }

  /** A file with its line; a table says its cell itself. */
  static String place(String file, int line) {
    String path = file == null ? "-" : file;
    return line > 0 ? path + ":" + line : path;
  }

  /** Lists what is wrong with a pack: file, line, code, message. */
  void problems(List<PackProblem> problems) {
    for (PackProblem problem : problems) {
      terminal
          .err()
          .println("  " + place(problem.file(), problem.line()) + "  [" + problem.code() + "]");
      terminal.err().println("    " + say(problem.message()));
    }
  }
}
