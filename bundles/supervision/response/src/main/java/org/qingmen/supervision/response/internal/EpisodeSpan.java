package org.qingmen.supervision.response.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.qingmen.model.ChinaTime;
import org.qingmen.model.Division;
import org.qingmen.store.Document;
import org.qingmen.store.StoredJson;

/**
 * When and where an alert ran, and which days are its days.
 *
 * @param level alert level
 * @param response level of response
 * @param to end; now while it runs
 * @param over whether it has ended
 */
record EpisodeSpan(
    String id,
    String title,
    String level,
    String response,
    List<String> divisions,
    Instant from,
    Instant to,
    boolean over) {

  static EpisodeSpan of(Document document, Instant now) {
    JsonNode body = StoredJson.read(document.body());
    Instant end = body.hasNonNull("to") ? time(body, "to") : null;
    boolean over = end != null && !end.isAfter(now);
    List<String> divisions = new ArrayList<>();
    body.path("divisions").forEach(division -> divisions.add(division.asText()));
    return new EpisodeSpan(
        document.id(),
        body.path("title").asText(document.id()),
        body.path("level").asText(),
        body.path("response").asText(),
        List.copyOf(divisions),
        time(body, "from"),
        over ? end : now,
        over);
  }

  /** Days that lie wholly within the alert. */
  List<LocalDate> wholeDays() {
    return ChinaTime.wholeDays(from, to);
  }

  /** Days of which at least a part lies within the alert. */
  List<LocalDate> touchedDays() {
    LocalDate first = ChinaTime.day(from);
    LocalDate last =
        LocalDate.ofInstant(to.isAfter(from) ? to.minusMillis(1) : from, ChinaTime.ZONE);
    return first.datesUntil(last.plusDays(1)).toList();
  }

  /** Whether an enterprise of this division had to respond. */
  boolean holds(String division) {
    Division where = new Division(division);
    return divisions.stream().anyMatch(one -> new Division(one).contains(where));
  }

  /** Moments at which to ask what was in force: its begin, and noon of each of its days. */
  List<Instant> moments() {
    List<Instant> moments = new ArrayList<>();
    moments.add(from);
    for (LocalDate day : touchedDays()) {
      Instant noon = day.atTime(LocalTime.NOON).atZone(ChinaTime.ZONE).toInstant();
      if (noon.isAfter(from) && noon.isBefore(to)) {
        moments.add(noon);
      }
    }
    return moments;
  }

  /** A moment as RFC 3339 says it, in the zone of the enterprises. */
  static String local(Instant moment) {
    return ChinaTime.text(moment);
  }

  private static Instant time(JsonNode body, String name) {
    return OffsetDateTime.parse(body.path(name).asText()).toInstant();
  }
}
