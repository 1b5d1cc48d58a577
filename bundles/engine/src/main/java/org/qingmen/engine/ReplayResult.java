package org.qingmen.engine;

import java.util.List;

/**
 * Outcome of evaluating a stored decision again.
 *
 * @param identical whether every byte is the same
 * @param differences where it is not; never empty when not identical
 */
public record ReplayResult(boolean identical, List<Difference> differences) {

  /**
   * One place that differs.
   *
   * @param pointer JSON pointer into the decision document
   * @param stored what the document says, as JSON text; null when absent
   * @param replayed what the evaluation says, as JSON text; null when absent
   */
  public record Difference(String pointer, String stored, String replayed) {}
}
