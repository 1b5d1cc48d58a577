package org.qingmen.engine.internal.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.PatternDescr;

/**
 * Patterns of a rule that match something else than facts. Rules could otherwise pass texts to each
 * other that grow without bound.
 */
final class FactPatterns {

  private static final Set<String> FACTS =
      Set.of(
          "Passage",
          "VehicleEvidence",
          "Enterprise",
          "Listed",
          "Control",
          "KnownVehicle",
          "Traffic",
          "GradingFacts",
          "TripGroup",
          "MassGroup",
          "SpurPlan",
          "UnitGroup",
          "LedgerState",
          "Exclusion",
          "Fact");

  /** Where facts and globals live. */
  static final String PACKAGE = "org.qingmen.spi.facts.";

  private FactPatterns() {}

  /** The patterns below a condition that match no fact. */
  static List<PatternDescr> strange(BaseDescr condition) {
    List<PatternDescr> strange = new ArrayList<>();
    collect(condition, strange);
    return strange;
  }

  private static void collect(BaseDescr descr, List<PatternDescr> strange) {
    if (descr instanceof PatternDescr pattern) {
      String type = pattern.getObjectType();
      boolean plain = pattern.getSource() == null;
      if (plain && type != null && !FACTS.contains(type.replace(PACKAGE, ""))) {
        strange.add(pattern);
      }
      if (pattern.getSource() != null) {
        collect(pattern.getSource(), strange);
      }
    } else if (descr instanceof ConditionalElementDescr group) {
      group.getDescrs().stream()
          .filter(BaseDescr.class::isInstance)
          .forEach(part -> collect((BaseDescr) part, strange));
    }
  }
}
