package org.qingmen.cli.rules;

import org.qingmen.engine.CaseExplanation;
import org.qingmen.spi.pack.Parameter;

/** Prints why a case came out as it did. */
final class Explained {

  private Explained() {}

  static void print(CaseExplanation one, Texts texts) {
    var out = texts.terminal().out();
    out.println(one.sentence() + "  (" + Texts.place(one.file(), one.line()) + ")");
    texts.print(one.passed() ? "explain-passed" : "explain-failed");
    texts.print("explain-given", one.given());
    texts.print("explain-fired", one.fired().size());
    one.fired()
        .forEach(
            rule ->
                out.println(
                    "    "
                        + rule.name()
                        + "  ["
                        + rule.code()
                        + "]  "
                        + Texts.place(rule.file(), rule.line())));
    texts.print("explain-parameters", one.parameters().size());
    one.parameters().forEach(parameter -> out.println("    " + shown(parameter, texts)));
    texts.print("explain-silent", one.silent().size());
    for (CaseExplanation.Silent silent : one.silent()) {
      out.println("    " + silent.rule() + "  " + Texts.place(silent.file(), silent.line()));
      out.println(
          "      "
              + (silent.condition() == null
                  ? texts.say("explain-no-fact", silent.missing())
                  : texts.say("explain-condition", silent.condition())));
    }
    texts.print("explain-decision", one.decision());
  }

  private static String shown(Parameter parameter, Texts texts) {
    String grade = parameter.grade() == null ? "" : " " + parameter.grade();
    String operator = parameter.operator() == null ? " = " : " " + parameter.operator() + " ";
    String mark = parameter.verified() ? "" : "  [" + texts.say("unverified") + "]";
    return parameter.name()
        + grade
        + operator
        + parameter.value()
        + "  ("
        + parameter.from()
        + ", "
        + parameter.source()
        + ")"
        + mark;
  }
}
