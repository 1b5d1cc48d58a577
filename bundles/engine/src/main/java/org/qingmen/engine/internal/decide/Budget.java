package org.qingmen.engine.internal.decide;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.kie.api.event.rule.DefaultRuleRuntimeEventListener;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.qingmen.engine.internal.compile.Joins;

/**
 * What one evaluation of a pack may cost: firings, combinations of facts, and processor time. Time
 * counts only while this thread works, so that a slow machine stops no honest pack.
 */
final class Budget extends DefaultRuleRuntimeEventListener {

  /**
   * Milliseconds that any evaluation may take before its processor time is looked at, and again as
   * many of processor time from then on.
   */
  static final int MILLISECONDS = 50;

  /** Things that a pack may say in one evaluation. */
  static final int STATEMENTS = 20_000;

  private static final int BASIC_FIRINGS = 2_000;
  private static final int FIRINGS_PER_FACT = 100;
  private static final int FACTS_PER_MILLISECOND = 4;
  private static final int COMBINATIONS = 200_000;

  private final Joins joins;
  private final List<Object> facts = new ArrayList<>();
  private final long began = System.nanoTime();
  private long worked = -1;
  private Joins.Count counted;
  private int given;

  Budget(Joins joins) {
    this.joins = joins;
  }

  /** Notes a fact that the rules are given. */
  void given(Object fact) {
    given++;
    note(fact);
  }

  private void note(Object fact) {
    facts.add(fact);
    if (counted != null) {
      counted.note(fact);
    }
  }

  /** Firings that these facts may cause. */
  int firings() {
    return BASIC_FIRINGS + FIRINGS_PER_FACT * given;
  }

  /** A rule made a fact. */
  @Override
  public void objectInserted(ObjectInsertedEvent event) {
    note(event.getObject());
    combinations();
  }

  /**
   * Checks how many combinations the facts make; any two facts may always be compared.
   *
   * @throws Spent when there are too many
   */
  void combinations() {
    double limit = Math.max(COMBINATIONS, 2.0 * given * given);
    if (!joins.within(facts.size(), limit) && count().most() > limit) {
      throw new Spent("budget-joins", (int) limit);
    }
  }

  /** Most decisions have so few facts that nothing needs to be counted. */
  private Joins.Count count() {
    if (counted == null) {
      counted = joins.count();
      facts.forEach(counted::note);
    }
    return counted;
  }

  /**
   * Checks the time after a rule fired.
   *
   * @throws Spent when there is none left
   */
  void time() {
    int limit = MILLISECONDS + given / FACTS_PER_MILLISECOND;
    long passed = System.nanoTime() - began;
    if (passed < TimeUnit.MILLISECONDS.toNanos(limit)) {
      return;
    }
    long now = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    if (worked < 0) {
      // Asking costs a system call: from here on only the work that follows is counted.
      worked = now;
    } else if (now - worked >= TimeUnit.MILLISECONDS.toNanos(limit)) {
      throw new Spent("budget-time", limit);
    }
  }
}
