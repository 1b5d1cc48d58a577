package org.qingmen.supervision.stages.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.qingmen.spi.stage.EmissionStageLookup.Evidence;

/** Answers of a service, also that it knows nothing, for a time; the least used go first. */
final class AnswerCache {

  private static final int MOST = 20_000;

  private record Kept(Optional<Evidence> answer, Instant until) {}

  private final Duration time;
  private final Clock clock;
  private final Map<String, Kept> kept =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
          return size() > MOST;
        }
      };

  AnswerCache(Duration time, Clock clock) {
    this.time = time;
    this.clock = clock;
  }

  /** What was answered; empty when that is not known or too long ago. */
  synchronized Optional<Optional<Evidence>> get(String question) {
    Kept found = kept.get(question);
    if (found == null || !clock.instant().isBefore(found.until())) {
      return Optional.empty();
    }
    return Optional.of(found.answer());
  }

  synchronized void put(String question, Optional<Evidence> answer) {
    kept.put(question, new Kept(answer, clock.instant().plus(time)));
  }
}
