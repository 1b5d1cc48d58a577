package org.qingmen.engine.internal.mutate;

/**
 * A change by one step.
 *
 * @param kind {@code threshold} or {@code operator}
 * @param of rule or parameter that is changed
 * @param file file in the pack
 * @param line line in it
 * @param before as it is
 * @param after as changed
 * @param clause clause that it implements
 */
public record Mutant(
    String kind, String of, String file, int line, String before, String after, String clause) {

  /** What {@code accepted} names it by. */
  public String about() {
    return of + ": " + before + " -> " + after;
  }
}
