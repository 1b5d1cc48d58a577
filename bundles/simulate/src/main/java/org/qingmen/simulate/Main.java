package org.qingmen.simulate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Plays gates, cameras and scales against a running server. It encodes on its own, from the makers'
 * descriptions, and shares no code with the connectors it talks to.
 */
public final class Main {

  private static final int ALL_ACKNOWLEDGED = 0;
  private static final int SOME_LOST = 1;
  private static final int CALLED_WRONGLY = 2;

  private Main() {}

  /** Plays what the arguments say and exits: 0 all acknowledged, 1 some not, 2 called wrongly. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(List.of(arguments), out, err));
  }

  static int run(List<String> arguments, PrintStream out, PrintStream err) {
    Texts texts = Texts.ofSystem();
    if (arguments.isEmpty() || arguments.contains("--help") || arguments.get(0).equals("help")) {
      (arguments.isEmpty() ? err : out).println(texts.say("usage"));
      return arguments.isEmpty() ? CALLED_WRONGLY : ALL_ACKNOWLEDGED;
    }
    try {
      Options options = Options.parse(arguments);
      return play(options, texts, out);
    } catch (WrongCallException e) {
      err.println(texts.say(e.key(), e.detail()));
      err.println(texts.say("usage"));
      return CALLED_WRONGLY;
    } catch (IOException e) {
      err.println(texts.say("failed", String.valueOf(e.getMessage())));
      return SOME_LOST;
    }
  }

  private static int play(Options options, Texts texts, PrintStream out) throws IOException {
    try (Ledger ledger = Ledger.open(options.path("--ledger"));
        Player player = Players.of(options)) {
      Totals totals = new Crowd(options, ledger).play(player);
      out.println(
          texts.say(
              "totals",
              totals.sent(),
              totals.acknowledged(),
              totals.failed(),
              totals.perSecond(),
              totals.lastProblem()));
      return totals.failed() == 0 ? ALL_ACKNOWLEDGED : SOME_LOST;
    }
  }
}
