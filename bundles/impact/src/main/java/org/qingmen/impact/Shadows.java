package org.qingmen.impact;

import java.util.Optional;
import org.qingmen.engine.PackStatus;

/**
 * Versions that run beside the one in service on live traffic and decide nothing. They follow the
 * journal, so that no answer waits for them; where they cannot keep up, records are left out and
 * counted. Safe for concurrent use.
 */
public interface Shadows {

  /**
   * Begins a shadow run; one that runs goes on.
   *
   * @return what was seen so far, as JSON
   * @throws org.qingmen.spi.refusal.Refusal {@code shadow-too-many}
   * @throws org.qingmen.engine.PackException {@code not-comparable}, {@code not-ready}
   */
  String start(PackStatus candidate, String actor);

  /**
   * Ends it; what was seen is kept.
   *
   * @throws org.qingmen.spi.refusal.Refusal {@code shadow-unknown} when it does not run
   */
  String stop(PackStatus candidate, String actor);

  /** What was seen by a version that runs or ran as a shadow. */
  Optional<String> find(PackStatus candidate);
}
