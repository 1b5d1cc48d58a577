package org.qingmen.engine.internal.cases;

import com.fasterxml.jackson.databind.JsonNode;
import org.qingmen.engine.Matter;
import org.qingmen.spi.facts.GradingFacts;
import org.qingmen.spi.facts.PassageFacts;
import org.qingmen.spi.pack.PackDescriptor.Kind;

/** Facts in the form in which cases give them. */
public final class CaseFacts {

  private CaseFacts() {}

  /** Facts of a grade. */
  public static GradingFacts grading(JsonNode given) {
    return GradingCase.facts(given);
  }

  /** What a pack of one of the platform's functions judges. */
  public static Matter matter(Kind kind, JsonNode given) {
    return JudgementCase.matter(kind, given);
  }

  /** Facts of a passage. */
  public static PassageFacts passage(JsonNode given) {
    return PassageCase.facts(given);
  }
}
