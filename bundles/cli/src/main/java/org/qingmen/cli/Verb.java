package org.qingmen.cli;

import java.util.List;

/** One first word of the command line, such as {@code rules}. */
public interface Verb {

  /** Everything was well. */
  int OK = 0;

  /** What was checked is wrong; the reasons were printed. */
  int WRONG = 1;

  /** Called wrongly; the usage was printed. */
  int USAGE = 2;

  /** The word. */
  String name();

  /**
   * Runs it.
   *
   * @param arguments what follows the word
   * @return {@link #OK}, {@link #WRONG} or {@link #USAGE}
   */
  int run(List<String> arguments, Terminal terminal);

  /** One line for the list of verbs, in the terminal's language. */
  String summary(Terminal terminal);
}
