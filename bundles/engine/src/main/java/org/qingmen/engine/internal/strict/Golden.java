package org.qingmen.engine.internal.strict;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.qingmen.model.Text;

/**
 * A record by which two packs are compared.
 *
 * @param sentence what it is, as a sentence
 * @param given facts in the form of a case
 */
record Golden(Text sentence, JsonNode given) {

  /** Where two packs differ about a record: the record, the day, what each says. */
  record Difference(Golden record, LocalDate day, String base, String candidate) {}
}
