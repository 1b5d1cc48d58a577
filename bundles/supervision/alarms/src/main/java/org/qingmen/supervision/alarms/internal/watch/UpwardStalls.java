package org.qingmen.supervision.alarms.internal.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.qingmen.spi.alarm.Alarm;
import org.qingmen.store.Document;
import org.qingmen.store.Outbox;
import org.qingmen.store.Outbox.Entry;
import org.qingmen.supervision.upward.UpwardReporting;
import org.qingmen.supervision.upward.UpwardReporting.Status;

/** Reporting upward that stands still, and platforms above that refuse what they are sent. */
final class UpwardStalls implements Sweep {

  private static final double SECONDS_PER_MINUTE = 60;
  private static final int PAGE = 1000;

  /** As documents are written: without white space. What is switched off waits on purpose. */
  private static final String SWITCHED_OFF = "\"enabled\":false";

  private static final String NATION = "000000";

  private final UpwardReporting reporting;

  UpwardStalls(UpwardReporting reporting) {
    this.reporting = reporting;
  }

  @Override
  public void look(Round round) {
    for (Document target : reporting.list()) {
      if (target.body().contains(SWITCHED_OFF)) {
        continue;
      }
      String division = Objects.requireNonNullElse(target.division(), NATION);
      stalled(round, target, division);
      refused(round, target, division);
    }
  }

  private void stalled(Round round, Document target, String division) {
    OptionalDouble limit = round.limits.number(division, "upward.stalled-minutes");
    if (limit.isEmpty()) {
      return;
    }
    Status status = reporting.status(target.id());
    Instant since =
        Stream.concat(
                first(target.id(), Outbox.State.STORED).stream().map(Entry::changed),
                Stream.ofNullable(status.troubleSince()))
            .min(Instant::compareTo)
            .orElse(round.now);
    double minutes = Duration.between(since, round.now).toSeconds() / SECONDS_PER_MINUTE;
    String key = "upward-stalled/" + target.id();
    String trouble = status.trouble() == null ? "-" : status.trouble().zh();
    round.state(
        minutes > limit.getAsDouble(),
        key,
        () ->
            alarm(
                "upward-stalled",
                key,
                target,
                division,
                round.now,
                Map.of(
                    "oldestMinutes", Math.floor(minutes),
                    "waiting", status.waiting(),
                    "error", trouble)));
  }

  private void refused(Round round, Document target, String division) {
    OptionalDouble limit = round.limits.number(division, "upward.refused-items");
    if (limit.isEmpty()) {
      return;
    }
    List<Entry> givenUp =
        reporting.entries(
            new Outbox.Query(target.id(), Outbox.State.GIVEN_UP, null, null, null, PAGE));
    String key = "upward-refused/" + target.id();
    round.state(
        givenUp.size() >= limit.getAsDouble(),
        key,
        () ->
            alarm(
                "upward-refused",
                key,
                target,
                division,
                round.now,
                Map.of(
                    "refused",
                    givenUp.size(),
                    "error",
                    givenUp.stream()
                        .map(Entry::reason)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse("-"))));
  }

  private List<Entry> first(String target, Outbox.State state) {
    return reporting.entries(new Outbox.Query(target, state, null, null, null, 1));
  }

  private static Alarm alarm(
      String code,
      String key,
      Document target,
      String division,
      Instant now,
      Map<String, Object> values) {
    Map<String, Object> all = new java.util.TreeMap<>(values);
    all.put("target", target.id());
    return new Alarm(
        code,
        key,
        null,
        division,
        null,
        now,
        all,
        List.of(new Alarm.Evidence("upward", target.id())));
  }
}
