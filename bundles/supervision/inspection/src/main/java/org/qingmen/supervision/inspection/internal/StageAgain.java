package org.qingmen.supervision.inspection.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Determines the emission stage of a recorded vehicle again, from evidence. */
interface StageAgain {

  /**
   * The stage, with its reason.
   *
   * @param record the native passage
   * @param division where the question comes from
   * @return empty when nothing could be determined
   */
  Optional<Again> of(JsonNode record, String division);

  /** A stage and what it rests on. */
  record Again(String stage, String basis) {}
}
