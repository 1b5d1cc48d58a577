package org.qingmen.engine.internal.grade;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.qingmen.spi.facts.Stages;

/** What the rules counted for one indicator. */
final class Count {

  private BigDecimal base = BigDecimal.ZERO;
  private BigDecimal counts = BigDecimal.ZERO;
  private BigDecimal excluded = BigDecimal.ZERO;
  private final TreeMap<Integer, BigDecimal> stages = new TreeMap<>();
  private final List<Waived> waivers = new ArrayList<>();
  private Boolean state;

  void addBase(double amount) {
    base = base.add(BigDecimal.valueOf(amount));
  }

  void addCounts(double amount) {
    counts = counts.add(BigDecimal.valueOf(amount));
  }

  void addExcluded(double amount) {
    excluded = excluded.add(BigDecimal.valueOf(amount));
  }

  void addStage(String stage, double amount) {
    stages.merge(Stages.rank(stage), BigDecimal.valueOf(amount), BigDecimal::add);
  }

  /** A state holds when every rule that states it says so. */
  void addState(boolean value) {
    state = state == null ? value : state && value;
  }

  void addWaiver(Waived waiver) {
    waivers.add(waiver);
  }

  /** Waivers, in the order of their numbers. */
  List<Waived> waivers() {
    return waivers.stream().sorted(Comparator.comparing(Waived::what)).toList();
  }

  BigDecimal base() {
    return base;
  }

  BigDecimal counts() {
    return counts;
  }

  BigDecimal excluded() {
    return excluded;
  }

  Boolean state() {
    return state;
  }

  /** Nothing to have a share of; a base from which more is taken than there is, too. */
  boolean empty() {
    return base.signum() <= 0;
  }

  /** The same with so much more that counts. */
  Count with(BigDecimal more) {
    Count changed = new Count();
    changed.base = base;
    changed.counts = counts.add(more);
    return changed;
  }

  /** Lowest stage noted, null when none was. */
  Integer lowestStage() {
    return stages.isEmpty() ? null : stages.firstKey();
  }

  /** Amount below a stage. */
  BigDecimal below(int stage) {
    Map<Integer, BigDecimal> lower = stages.headMap(stage);
    return lower.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
