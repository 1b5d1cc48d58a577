package org.qingmen.engine.internal.cover;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.qingmen.engine.PackCoverage;
import org.qingmen.engine.internal.analyse.Condition;
import org.qingmen.engine.internal.analyse.Element;
import org.qingmen.engine.internal.analyse.RuleModel;
import org.qingmen.engine.internal.analyse.Watcher;
import org.qingmen.engine.internal.pack.Place;
import org.qingmen.engine.internal.pack.RuleMeta;

/** Remembers which conditions held and failed, and which rules fired. */
final class Seen implements Watcher {

  private final Map<Element, BitSet> held = new IdentityHashMap<>();
  private final Map<Element, BitSet> failed = new IdentityHashMap<>();
  private final Set<String> fired = new LinkedHashSet<>();

  @Override
  public void asked(RuleModel rule, Element.Pattern element, int condition, boolean yes) {
    (yes ? held : failed).computeIfAbsent(element, one -> new BitSet()).set(condition);
  }

  @Override
  public void looked(RuleModel rule, Element element, boolean found) {
    if (element instanceof Element.Existence) {
      (found ? held : failed).computeIfAbsent(element, one -> new BitSet()).set(0);
    }
  }

  @Override
  public void fired(RuleModel rule) {
    fired.add(rule.meta().key());
  }

  /** Keys of the rules that fired. */
  Set<String> fired() {
    return fired;
  }

  /** The conditions of a rule. */
  List<PackCoverage.Condition> conditions(RuleModel rule) {
    List<PackCoverage.Condition> all = new ArrayList<>();
    collect(rule.meta(), rule.elements(), all);
    return all;
  }

  private void collect(RuleMeta rule, List<Element> elements, List<PackCoverage.Condition> all) {
    for (Element element : elements) {
      if (element instanceof Element.Pattern pattern) {
        for (int i = 0; i < pattern.conditions().size(); i++) {
          Condition one = pattern.conditions().get(i);
          if (one.test()) {
            all.add(seen(element, i, rule.placeOf(one.line()), one.text()));
          }
        }
      } else if (element instanceof Element.Existence existence) {
        all.add(seen(element, 0, rule.placeOf(existence.line()), existence.text()));
        collect(rule, existence.parts(), all);
      } else if (element instanceof Element.Either either) {
        either.ways().forEach(way -> collect(rule, way, all));
      }
    }
  }

  private PackCoverage.Condition seen(Element element, int at, Place place, String text) {
    return new PackCoverage.Condition(
        place.file(), place.line(), text, has(held.get(element), at), has(failed.get(element), at));
  }

  private static boolean has(BitSet bits, int at) {
    return bits != null && bits.get(at);
  }
}
