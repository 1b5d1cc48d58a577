package org.qingmen.impact;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.qingmen.engine.PackStatus;

/**
 * Impact jobs: stored decisions of a period compared with what they would be under a candidate. One
 * runs at a time, beside the traffic; what it came to is kept. Safe for concurrent use.
 */
public interface Impacts {

  /**
   * Begins a job.
   *
   * @return the job as JSON, queued
   * @throws org.qingmen.spi.refusal.Refusal {@code impact-period} when it ends before it begins,
   *     {@code impact-busy} when too many wait already
   * @throws org.qingmen.engine.PackException {@code not-comparable} when the pack decides neither
   *     passages nor grades
   */
  Job start(Request request, String actor);

  /** A job. */
  Optional<Job> find(String id);

  /** Jobs of a version, newest first, without their results. */
  List<Job> list(String pack, String version);

  /**
   * Stops a job; one that ended stays as it is.
   *
   * @throws org.qingmen.spi.refusal.Refusal {@code impact-unknown}
   */
  Job cancel(String id, String actor);

  /**
   * What is asked.
   *
   * @param candidate the version that might serve
   * @param from first day of the passages, or of the period that is graded
   * @param to last day, included
   * @param division leading digits of divisions; empty for everywhere
   */
  record Request(PackStatus candidate, LocalDate from, LocalDate to, String division) {}

  /**
   * A job.
   *
   * @param id id
   * @param pack id of the pack
   * @param version version of the pack
   * @param division leading digits of the divisions it looks at
   * @param json state, progress and result
   */
  record Job(String id, String pack, String version, String division, String json) {}
}
