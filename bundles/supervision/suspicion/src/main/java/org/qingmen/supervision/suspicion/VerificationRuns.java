package org.qingmen.supervision.suspicion;

import java.time.Instant;
import java.util.Optional;
import org.qingmen.engine.PackRef;
import org.qingmen.store.Page;

/**
 * Verifies a past period again (重新校验): the stored facts of its records by the packs in force, or by
 * a candidate. Original decisions are never altered. Runs go one after the other in the background;
 * one that a restart ended says so.
 */
public interface VerificationRuns {

  /** Begins a run and returns its JSON. */
  String start(Request request, String actor);

  /** A run as JSON, its progress current. */
  Optional<Run> find(String id);

  /** Runs within a scope, by id. */
  Page<Run> list(String enterprise, String divisionPrefix, String cursor, int limit);

  /** Stops a run as soon as it can; one that is over stays as it is. */
  Run cancel(String id, String actor);

  /**
   * A run.
   *
   * @param id its id
   * @param enterprise enterprise it is limited to, null for none
   * @param division leading digits of the divisions it is limited to, empty for none
   * @param json what it is, its state, progress and result
   */
  record Run(String id, String enterprise, String division, String json) {}

  /**
   * What to verify again.
   *
   * @param from records that passed at or after
   * @param to records that passed before
   * @param enterprise only this one, null for all
   * @param division leading digits of the divisions; empty for all
   * @param candidate pack that verifies instead of the one of its id; null for those in force
   * @param keep whether new findings become suspicious information
   */
  record Request(
      Instant from,
      Instant to,
      String enterprise,
      String division,
      PackRef candidate,
      boolean keep) {}
}
