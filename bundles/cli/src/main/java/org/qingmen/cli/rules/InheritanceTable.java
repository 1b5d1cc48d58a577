package org.qingmen.cli.rules;

import java.io.PrintStream;
import org.qingmen.engine.PackContent;
import org.qingmen.engine.PackContent.ParameterOrigin;
import org.qingmen.engine.PackContent.Replaced;
import org.qingmen.engine.PackContent.RuleInfo;
import org.qingmen.engine.PackRef;
import org.qingmen.spi.pack.Parameter;

/** Which layer of a pack gave each parameter and rule, and what it replaced. */
final class InheritanceTable {

  private InheritanceTable() {}

  static void print(PackContent content, Texts texts) {
    PrintStream out = texts.terminal().out();
    for (ParameterOrigin one : content.origins()) {
      out.println("  " + said(one.parameter()) + "  <- " + name(one.pack()));
      for (Replaced wider : one.replaces()) {
        String text = said(wider.parameter());
        out.println("      " + texts.say("replaces", text, name(wider.pack())));
      }
    }
    for (ParameterOrigin one : content.hidden()) {
      out.println("  " + texts.say("hidden", said(one.parameter()), name(one.pack())));
    }
    for (RuleInfo rule : content.rules()) {
      out.println(
          "  " + rule.name() + " (" + rule.code() + ")  <- " + rule.pack() + " " + rule.version());
      if (rule.replaces() != null) {
        out.println("      " + texts.say("replaces", rule.name(), name(rule.replaces())));
      }
    }
  }

  private static String name(PackRef pack) {
    return pack.id() + " " + pack.version();
  }

  private static String said(Parameter one) {
    String grade = one.grade() == null ? "" : " " + one.grade();
    String operator = one.operator() == null ? " =" : " " + one.operator();
    return one.name() + grade + operator + " " + one.value() + " (" + one.from() + ")";
  }
}
