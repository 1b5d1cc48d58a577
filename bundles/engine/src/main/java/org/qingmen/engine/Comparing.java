package org.qingmen.engine;

import java.time.LocalDate;

/**
 * Compares what the packs in service decide with what they would decide if a candidate served.
 * Nothing is stored. Safe for concurrent use.
 */
public interface Comparing {

  /**
   * Begins a comparison with the packs in service now; they stay the measure until it is closed,
   * whatever is activated meanwhile.
   *
   * @param candidate a pack that is kept, of kind gate, verification or grading
   * @param scope which stored decisions are wanted
   * @throws PackException {@code not-found} when it is not kept, {@code not-comparable} when it
   *     decides neither passages nor grades
   */
  Comparison begin(PackRef candidate, Scope scope);

  /**
   * What differs between two packs that are kept, as their authors wrote them.
   *
   * @throws PackException {@code not-found} when one of them is not kept
   */
  PackDifference difference(PackRef before, PackRef after);

  /**
   * Which stored passages are compared.
   *
   * @param from first day of the passage, in China; null for no limit
   * @param to last day, included; null for no limit
   * @param division leading digits of the enterprise's division; empty for everywhere
   */
  record Scope(LocalDate from, LocalDate to, String division) {

    /** All of them. */
    public static final Scope EVERYTHING = new Scope(null, null, "");
  }
}
