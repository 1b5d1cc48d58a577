package org.qingmen.supervision.inspection.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Determines the emission stage of a recorded vehicle again, from evidence. */
interface StageAgain {

  /**
   * The stage, with its reason.
   *
   * @param record the native passage
   * @return empty when nothing could be determined
   */
  Optional<Again> of(JsonNode record);

  /** A stage and what it rests on. */
  record Again(String stage, String basis) {}
}
