package org.qingmen.engine.internal.cases;

import com.fasterxml.jackson.databind.JsonNode;
import org.qingmen.spi.facts.GradingFacts;
import org.qingmen.spi.facts.PassageFacts;

/** Facts in the form in which cases give them. */
public final class CaseFacts {

  private CaseFacts() {}

  /** Facts of a grade. */
  public static GradingFacts grading(JsonNode given) {
    return GradingCase.facts(given);
  }

  /** Facts of a passage. */
  public static PassageFacts passage(JsonNode given) {
    return PassageCase.facts(given);
  }
}
