package org.qingmen.supervision.response.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.qingmen.engine.Judge;
import org.qingmen.engine.PackException;
import org.qingmen.model.ChinaTime;
import org.qingmen.spi.pack.PackDescriptor;
import org.qingmen.store.Document;
import org.qingmen.store.Page;
import org.qingmen.store.StoredJson;
import org.qingmen.supervision.control.Episodes;

/**
 * Episodes that have ended and whose gates had time to send what they had kept. One that was
 * entered after it had ended is left to people, because its records may still be missing.
 */
final class EndedEpisodes {

  private static final int AT_ONCE = 1000;
  private static final Duration LIFTING = Duration.ofMinutes(1);
  private static final double SECONDS_PER_HOUR = 3600;

  private final Episodes episodes;
  private final Judge judge;
  private final Clock clock;

  EndedEpisodes(Episodes episodes, Judge judge, Clock clock) {
    this.episodes = episodes;
    this.judge = judge;
    this.clock = clock;
  }

  List<String> due() {
    List<String> due = new ArrayList<>();
    String cursor = null;
    do {
      Page<Document> page = episodes.list(null, cursor, AT_ONCE);
      page.items().stream().filter(this::due).forEach(episode -> due.add(episode.id()));
      cursor = page.next();
    } while (cursor != null);
    return due;
  }

  private boolean due(Document episode) {
    JsonNode body = StoredJson.read(episode.body());
    if (!body.hasNonNull("to")) {
      return false;
    }
    Instant from = OffsetDateTime.parse(body.path("from").asText()).toInstant();
    Instant to = OffsetDateTime.parse(body.path("to").asText()).toInstant();
    boolean late = episode.at().isAfter(to.plus(LIFTING));
    return !late && to.isAfter(from) && !to.plus(patience(to)).isAfter(clock.instant());
  }

  private Duration patience(Instant end) {
    try {
      LocalDate day = ChinaTime.day(end);
      double hours =
          judge.parameters(PackDescriptor.Kind.RESPONSE, null, day).number("after-episode.hours");
      return Duration.ofSeconds(Math.round(hours * SECONDS_PER_HOUR));
    } catch (PackException e) {
      // Without rules there is nothing to evaluate with; they may come later.
      return Duration.ofDays(3650);
    }
  }
}
