package org.qingmen.engine.internal.grade;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.qingmen.spi.facts.Tally;

/** Where the rules count. */
public final class TallyBook implements Tally {

  private static final Count NOTHING = new Count();

  private final Map<String, Count> counts = new HashMap<>();

  private Count at(String indicator) {
    return counts.computeIfAbsent(indicator, code -> new Count());
  }

  @Override
  public void base(Object drools, String indicator, double amount) {
    at(indicator).addBase(amount);
  }

  @Override
  public void counts(Object drools, String indicator, double amount) {
    at(indicator).addCounts(amount);
  }

  @Override
  public void lowest(Object drools, String indicator, String stage, double amount) {
    at(indicator).addStage(stage, amount);
  }

  @Override
  public void state(Object drools, String indicator, boolean value) {
    at(indicator).addState(value);
  }

  @Override
  public void excluded(Object drools, String indicator, double amount) {
    at(indicator).addExcluded(amount);
  }

  @Override
  public void waives(Object drools, String indicator, double share, String what, String until) {
    at(indicator).addWaiver(new Waived(BigDecimal.valueOf(share), what, until));
  }

  /** What was counted for an indicator. */
  Count of(String indicator) {
    return counts.getOrDefault(indicator, NOTHING);
  }
}
