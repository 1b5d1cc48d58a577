package org.qingmen.engine.internal.mutate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.qingmen.engine.internal.analyse.Condition;
import org.qingmen.engine.internal.analyse.Element;
import org.qingmen.engine.internal.analyse.Expr;
import org.qingmen.engine.internal.analyse.RuleModel;
import org.qingmen.engine.internal.pack.Place;

/** A rule changed by one step in every way. */
final class RuleChanges {

  /** A change and the rule that has it. */
  record Changed(Mutant mutant, RuleModel rule) {}

  private final RuleModel rule;
  private final List<Changed> changes = new ArrayList<>();

  private RuleChanges(RuleModel rule) {
    this.rule = rule;
  }

  static List<Changed> of(RuleModel rule) {
    RuleChanges all = new RuleChanges(rule);
    all.among(rule.elements(), (parts, mutant) -> all.add(mutant, rule.with(parts)));
    return all.changes;
  }

  private void add(Mutant mutant, RuleModel changed) {
    changes.add(new Changed(mutant, changed));
  }

  private void among(List<Element> elements, BiConsumer<List<Element>, Mutant> to) {
    for (int i = 0; i < elements.size(); i++) {
      int at = i;
      one(elements.get(i), (other, mutant) -> to.accept(with(elements, at, other), mutant));
    }
  }

  private void one(Element element, BiConsumer<Element, Mutant> to) {
    if (element instanceof Element.Pattern pattern) {
      pattern(pattern, to);
    } else if (element instanceof Element.Existence existence) {
      Element.Existence opposite =
          new Element.Existence(!existence.wanted(), existence.parts(), existence.line());
      to.accept(opposite, mutant(existence.line(), existence.text(), opposite.text()));
      among(
          existence.parts(),
          (parts, mutant) ->
              to.accept(
                  new Element.Existence(existence.wanted(), parts, existence.line()), mutant));
    } else if (element instanceof Element.Either either) {
      for (int i = 0; i < either.ways().size(); i++) {
        int at = i;
        among(
            either.ways().get(i),
            (way, mutant) ->
                to.accept(new Element.Either(with(either.ways(), at, way), either.line()), mutant));
      }
    }
  }

  private void pattern(Element.Pattern pattern, BiConsumer<Element, Mutant> to) {
    for (int i = 0; i < pattern.conditions().size(); i++) {
      Condition condition = pattern.conditions().get(i);
      if (condition.test()) {
        for (Expr changed : ExprChanges.of(condition.expr())) {
          Condition other = condition.with(changed);
          to.accept(
              pattern.with(with(pattern.conditions(), i, other)),
              mutant(condition.line(), condition.text(), other.text()));
        }
      }
    }
  }

  private Mutant mutant(int line, String before, String after) {
    Place place = rule.meta().placeOf(line);
    return new Mutant(
        "operator",
        rule.meta().name(),
        place.file(),
        place.line(),
        before,
        after,
        rule.meta().clause());
  }

  private static <T> List<T> with(List<T> list, int at, T other) {
    List<T> changed = new ArrayList<>(list);
    changed.set(at, other);
    return changed;
  }
}
