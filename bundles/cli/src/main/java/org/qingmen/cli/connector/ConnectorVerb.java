package org.qingmen.cli.connector;

import java.util.List;
import org.qingmen.cli.Terminal;
import org.qingmen.cli.Verb;

/** {@code connector new, test, explain}: adapters without a server. */
public final class ConnectorVerb implements Verb {

  @Override
  public String name() {
    return "connector";
  }

  @Override
  public String summary(Terminal terminal) {
    return new Texts(terminal).say("summary");
  }

  @Override
  public int run(List<String> arguments, Terminal terminal) {
    String word = arguments.isEmpty() ? "" : arguments.get(0);
    List<String> rest = arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size());
    return switch (word) {
      case "explain" -> new Explain(new Connectors(), terminal).run(rest);
      case "test" -> new TestAction(terminal).run(rest);
      case "new" -> new NewAction(terminal).run(rest);
      default -> new Texts(terminal).usage("which", word);
    };
  }
}
