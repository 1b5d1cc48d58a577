package org.qingmen.api.internal.queries;

import java.time.Instant;
import org.qingmen.api.internal.door.Query;
import org.qingmen.model.ChinaTime;

/**
 * The time a question is about. Records that a wrong clock dates after today would stay on top of
 * every list for years; lists end with today unless somebody asks for what lies beyond: by {@code
 * future}, by a {@code to} of their own, by a {@code from} in the future, or by a finding.
 *
 * @param from begin, included; null for none
 * @param to end, excluded; null for none
 */
record Period(Instant from, Instant to) {

  static Period of(Parameters given, Instant now) {
    Instant from = Query.from("from", given.text("from"));
    Instant to = Query.to("to", given.text("to"));
    Instant tomorrow = ChinaTime.endOf(ChinaTime.day(now));
    if (Boolean.TRUE.equals(given.flag("future"))) {
      return new Period(from == null || from.isBefore(tomorrow) ? tomorrow : from, to);
    }
    boolean beyond =
        to != null || given.text("finding") != null || from != null && !from.isBefore(tomorrow);
    return new Period(from, beyond ? to : tomorrow);
  }
}
