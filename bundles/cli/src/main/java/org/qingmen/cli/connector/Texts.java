package org.qingmen.cli.connector;

import org.qingmen.cli.Terminal;
import org.qingmen.cli.Verb;
import org.qingmen.spi.device.Messages;

/** What these verbs say, from message files in both languages. */
final class Texts {

  private static final Messages MESSAGES = Messages.beside(Texts.class);

  private final Terminal terminal;

  Texts(Terminal terminal) {
    this.terminal = terminal;
  }

  String say(String key, Object... arguments) {
    return terminal.say(MESSAGES.text(key, arguments));
  }

  /** Says what was wrong with the call. */
  int usage(String key, Object... arguments) {
    terminal.err().println(say(key, arguments));
    terminal.err().println(say("usage"));
    return Verb.USAGE;
  }
}
