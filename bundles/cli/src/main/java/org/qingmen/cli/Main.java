package org.qingmen.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The launcher's verbs that need no server: {@code rules} and {@code connector}. */
public final class Main {

  private Main() {}

  /** Runs the verb named by the first argument and exits with its code. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    int code = run(List.of(arguments), new Terminal(out, err, locale()));
    out.flush();
    System.exit(code);
  }

  static int run(List<String> arguments, Terminal terminal) {
    List<Verb> verbs = verbs();
    String word = arguments.isEmpty() ? "" : arguments.get(0);
    for (Verb verb : verbs) {
      if (verb.name().equals(word)) {
        return verb.run(arguments.subList(1, arguments.size()), terminal);
      }
    }
    terminal
        .err()
        .println(
            terminal.say("没有这个命令：", "no such command: ") + word + "\n" + usage(verbs, terminal));
    return Verb.USAGE;
  }

  /** Verbs are found by {@code META-INF/services/org.qingmen.cli.Verb}. */
  private static List<Verb> verbs() {
    return StreamSupport.stream(ServiceLoader.load(Verb.class).spliterator(), false).toList();
  }

  private static String usage(List<Verb> verbs, Terminal terminal) {
    return verbs.stream()
        .map(verb -> "  " + verb.name() + "  " + verb.summary(terminal))
        .collect(Collectors.joining("\n"));
  }

  /** {@code QINGMEN_LANG}, else the system's language; Chinese unless English. */
  private static Locale locale() {
    String wanted = System.getenv("QINGMEN_LANG");
    return wanted == null ? Locale.getDefault() : Locale.forLanguageTag(wanted);
  }
}
