package org.qingmen.engine.internal.analyse;

import java.util.List;
import org.qingmen.engine.internal.analyse.Outcomes.Saying;

/** Two rules of the same rank that say opposite things of the same facts. */
final class Contradictions {

  private final Notices notices;

  Contradictions(Notices notices) {
    this.notices = notices;
  }

  void check(Outcomes tried) {
    List<Saying> sayings = tried.sayings();
    for (int i = 0; i < sayings.size(); i++) {
      for (int j = i + 1; j < sayings.size(); j++) {
        Saying one = sayings.get(i);
        Saying other = sayings.get(j);
        boolean opposite =
            one.name().equals(other.name())
                && !one.value().equals(other.value())
                && !one.rule().equals(other.rule());
        if (opposite && salience(tried, one) == salience(tried, other)) {
          report(tried, one, other);
        }
      }
    }
  }

  private void report(Outcomes tried, Saying one, Saying other) {
    RuleModel second = rule(tried, other);
    RuleModel first = rule(tried, one);
    boolean ordered = first.meta().order() <= second.meta().order();
    Saying a = ordered ? one : other;
    Saying b = ordered ? other : one;
    notices.notice(
        "contradiction",
        a.rule() + " / " + b.rule(),
        (ordered ? second : first).meta().place(),
        tried.given().toString(),
        a.rule(),
        a.value(),
        b.rule(),
        b.value(),
        a.name());
  }

  private static int salience(Outcomes tried, Saying saying) {
    return rule(tried, saying).salience();
  }

  private static RuleModel rule(Outcomes tried, Saying saying) {
    return tried.fired().stream()
        .filter(rule -> rule.meta().name().equals(saying.rule()))
        .findFirst()
        .orElseThrow();
  }
}
