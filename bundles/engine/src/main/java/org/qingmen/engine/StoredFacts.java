package org.qingmen.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.qingmen.engine.internal.json.FactsReader;
import org.qingmen.spi.facts.PassageFacts;
import org.qingmen.spi.intake.PassageAnswer.Finding;

/**
 * What a stored decision rested on.
 *
 * @param facts its facts
 * @param noted findings made before the rules
 */
public record StoredFacts(PassageFacts facts, List<Finding> noted) {

  /** Takes the lists over. */
  public StoredFacts {
    noted = List.copyOf(noted);
  }

  /**
   * Reads the facts of a passage's decision document.
   *
   * @throws IllegalArgumentException when a value is not acceptable
   * @throws java.time.DateTimeException when a time is none
   */
  public static StoredFacts of(JsonNode decisionDocument) {
    JsonNode facts = decisionDocument.path("facts");
    return new StoredFacts(FactsReader.passage(facts), FactsReader.noted(facts));
  }
}
