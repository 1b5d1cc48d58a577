package org.qingmen.engine;

import java.util.Optional;

/**
 * Decides stored facts again, as the packs would today. Nothing is stored and the original decision
 * is not touched. Safe for concurrent use.
 */
public interface Rehearsal {

  /**
   * Evaluates the facts of a stored passage.
   *
   * @param decisionDocument document of a passage or gate check
   * @param candidate pack that decides instead of those of its id, whether it serves or not; null
   *     to ask the packs in force at the time of the passage only
   * @return empty when the document holds no facts that can be read, or the candidate is not kept
   */
  Optional<Decision> again(byte[] decisionDocument, PackRef candidate);
}
