package org.qingmen.engine.internal.decide;

import java.util.BitSet;
import org.kie.api.definition.rule.Rule;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.pack.RuleMeta;

/** Notes which rules of a pack fired. */
final class Fired extends DefaultAgendaEventListener {

  private final CompiledPack pack;
  private final BitSet orders = new BitSet();
  private RuleMeta last;

  Fired(CompiledPack pack) {
    this.pack = pack;
  }

  @Override
  public void afterMatchFired(AfterMatchFiredEvent event) {
    Rule rule = event.getMatch().getRule();
    note(pack.rule(rule.getPackageName(), rule.getName()));
  }

  /** Notes a rule. */
  void note(RuleMeta rule) {
    last = rule;
    orders.set(last.order());
  }

  BitSet orders() {
    return orders;
  }

  /** Name of the rule that fired last. */
  String last() {
    return last == null ? "?" : last.name();
  }
}
