package org.qingmen.supervision.response;

import java.time.Instant;
import java.util.List;

/**
 * The evaluation of a whole episode.
 *
 * @param episode id of the episode
 * @param state {@code running}, {@code done} or {@code interrupted}
 * @param total enterprises to evaluate
 * @param done enterprises evaluated
 * @param failed what could not be evaluated and why, as {@code CODE: reason}
 * @param started when it began
 * @param finished when it ended, null while it runs
 * @param actor who asked for it
 */
public record Run(
    String episode,
    String state,
    int total,
    int done,
    List<String> failed,
    Instant started,
    Instant finished,
    String actor) {

  public Run {
    failed = List.copyOf(failed);
  }
}
