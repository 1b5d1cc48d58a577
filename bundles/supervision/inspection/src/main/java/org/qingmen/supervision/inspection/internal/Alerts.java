package org.qingmen.supervision.inspection.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.qingmen.model.ChinaTime;

/** Alerts as they were declared for an enterprise, cut to the period that is inspected. */
record Alerts(List<Span> spans) {

  /**
   * One alert.
   *
   * @param to exclusive
   */
  record Span(Instant from, Instant to) {

    boolean holds(Instant at) {
      return !at.isBefore(from) && at.isBefore(to);
    }
  }

  /** Days that lie wholly within an alert; those are compared with normal days. */
  SortedSet<LocalDate> wholeDays() {
    SortedSet<LocalDate> days = new TreeSet<>();
    spans.forEach(span -> days.addAll(ChinaTime.wholeDays(span.from(), span.to())));
    return days;
  }

  /** Days that an alert touched; none of them is normal. */
  SortedSet<LocalDate> touchedDays() {
    SortedSet<LocalDate> days = new TreeSet<>();
    for (Span span : spans) {
      LocalDate last = ChinaTime.day(span.to().minusMillis(1));
      ChinaTime.day(span.from()).datesUntil(last.plusDays(1)).forEach(days::add);
    }
    return days;
  }

  /** Whether an alert was on. */
  boolean hold(Instant at) {
    return spans.stream().anyMatch(span -> span.holds(at));
  }

  /** The time, or the begin of the alert that holds another one when it lies before that. */
  Instant notBefore(Instant time, Instant within) {
    return spans.stream()
        .filter(span -> span.holds(within))
        .map(Span::from)
        .min(Instant::compareTo)
        .filter(begin -> begin.isAfter(time))
        .orElse(time);
  }
}
