package org.qingmen.engine.internal.cover;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qingmen.engine.CaseExplanation.Silent;
import org.qingmen.engine.internal.analyse.Condition;
import org.qingmen.engine.internal.analyse.Element;
import org.qingmen.engine.internal.analyse.RuleModel;
import org.qingmen.engine.internal.analyse.Watcher;
import org.qingmen.engine.internal.pack.Place;

/** For each rule that did not fire the first part that found no match, and how near a fact came. */
final class WhySilent implements Watcher {

  private final Set<String> fired = new HashSet<>();
  private final Set<Element> found = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Element, Integer> nearest = new IdentityHashMap<>();

  @Override
  public void asked(RuleModel rule, Element.Pattern element, int condition, boolean held) {
    if (!held) {
      nearest.merge(element, condition, Math::max);
    }
  }

  @Override
  public void looked(RuleModel rule, Element element, boolean yes) {
    if (yes) {
      found.add(element);
    }
  }

  @Override
  public void fired(RuleModel rule) {
    fired.add(rule.meta().key());
  }

  /** Why a rule did not fire; empty when it did. */
  Optional<Silent> of(RuleModel rule) {
    if (fired.contains(rule.meta().key())) {
      return Optional.empty();
    }
    return rule.elements().stream()
        .filter(one -> !found.contains(one))
        .findFirst()
        .map(one -> silent(rule, one));
  }

  private Silent silent(RuleModel rule, Element element) {
    Integer at = nearest.get(element);
    Condition near =
        at != null && element instanceof Element.Pattern pattern
            ? pattern.conditions().get(at)
            : null;
    Place place = rule.meta().placeOf(near == null ? element.line() : near.line());
    return new Silent(
        rule.meta().name(),
        rule.meta().code(),
        place.file(),
        place.line(),
        element.text(),
        near == null ? null : near.text());
  }
}
