package org.qingmen.engine;

import java.time.LocalDate;
import java.util.List;
import org.qingmen.spi.facts.Fact;
import org.qingmen.spi.pack.PackDescriptor;

/**
 * What is judged.
 *
 * @param kind kind of the packs that are asked
 * @param division where, six digits; null for the whole country
 * @param enterprise discharge-unit code of the enterprise it is about, so that packs of its own are
 *     asked; null when it is about none
 * @param day day on which packs and parameters must be in force
 * @param facts the facts, in a stable order
 */
public record Matter(
    PackDescriptor.Kind kind, String division, String enterprise, LocalDate day, List<Fact> facts) {

  /** A matter that is about no enterprise. */
  public Matter(PackDescriptor.Kind kind, String division, LocalDate day, List<Fact> facts) {
    this(kind, division, null, day, facts);
  }

  public Matter {
    facts = List.copyOf(facts);
  }
}
