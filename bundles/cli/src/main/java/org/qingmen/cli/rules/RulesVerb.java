package org.qingmen.cli.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qingmen.cli.Terminal;
import org.qingmen.cli.Verb;

/** {@code rules}: packs from the first line to a running server. */
public final class RulesVerb implements Verb {

  private final Map<String, Action> actions = new LinkedHashMap<>();

  /** Knows all actions. */
  public RulesVerb() {
    actions.put("new", new NewAction());
    actions.put("check", new CheckAction());
    actions.put("test", new TestAction());
    actions.put("mutate", new MutateAction());
    actions.put("table", new TableAction());
    actions.put("pack", new PackAction());
    actions.put("sign", new SignAction());
    actions.put("verify", new VerifyAction());
    actions.put("deploy", new DeployAction());
    actions.put("rollback", new RollbackAction());
    actions.put("impact", new ImpactAction());
    actions.put("diff", new DiffAction());
    actions.put("matrix", new MatrixAction());
    actions.put("book", new BookAction());
  }

  @Override
  public String name() {
    return "rules";
  }

  @Override
  public String summary(Terminal terminal) {
    return new Texts(terminal).say("summary");
  }

  @Override
  public int run(List<String> arguments, Terminal terminal) {
    Texts texts = new Texts(terminal);
    String word = arguments.isEmpty() ? "" : arguments.get(0);
    if (arguments.contains("--help")) {
      texts.print("usage");
      return Verb.OK;
    }
    Action action = actions.get(word);
    if (action == null) {
      return texts.usage("which", word);
    }
    try {
      return action.run(new Call(arguments.subList(1, arguments.size())), texts);
    } catch (WrongCall e) {
      return texts.usage(e.key(), e.values());
    }
  }
}
