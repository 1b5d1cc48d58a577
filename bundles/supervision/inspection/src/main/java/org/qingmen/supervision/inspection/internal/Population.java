package org.qingmen.supervision.inspection.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.qingmen.model.ChinaTime;
import org.qingmen.spi.journal.Journal;
import org.qingmen.store.Document;
import org.qingmen.store.LedgerQuery;
import org.qingmen.store.LedgerRow;
import org.qingmen.store.LedgerStore;
import org.qingmen.store.Page;
import org.qingmen.store.PassageQuery;
import org.qingmen.store.PassageStore;
import org.qingmen.store.Registry;
import org.qingmen.store.StoredJson;
import org.qingmen.store.StoredPassage;
import org.qingmen.supervision.control.Episodes;

/** What a sample is drawn from: only what was known at a position of the journal. */
final class Population {

  private static final int PAGE = 1000;

  private final PassageStore passages;
  private final LedgerStore ledgers;
  private final Episodes episodes;
  private final Registry registry;
  private final Journal journal;

  Population(
      PassageStore passages,
      LedgerStore ledgers,
      Episodes episodes,
      Registry registry,
      Journal journal) {
    this.passages = passages;
    this.ledgers = ledgers;
    this.episodes = episodes;
    this.registry = registry;
    this.journal = journal;
  }

  /** Passages of a period, by position up to {@code asOf}. */
  List<StoredPassage> passages(String enterprise, Instant from, Instant to, long asOf) {
    return all(
        cursor ->
            passages.list(
                new PassageQuery(
                    enterprise, null, null, null, from, to, null, null, null, null, cursor, PAGE)),
        passage -> passage.position() <= asOf);
  }

  /** Rows of all ledgers of a period. */
  List<LedgerRow> ledgerRows(String enterprise, LocalDate from, LocalDate to, long asOf) {
    return all(
        cursor -> ledgers.list(new LedgerQuery(null, enterprise, null, from, to, cursor, PAGE)),
        row -> row.position() <= asOf);
  }

  /** Alerts of a division within a period, by what was declared at an instant. */
  Alerts alerts(String division, LocalDate from, LocalDate to, Instant at) {
    List<Alerts.Span> spans = new ArrayList<>();
    for (Document now : all(cursor -> episodes.list(division, cursor, PAGE), d -> true)) {
      registry
          .getAsOf("episode", now.id(), at)
          .map(StoredJson::body)
          .filter(body -> concerns(body, division))
          .flatMap(body -> span(body, ChinaTime.startOf(from), ChinaTime.endOf(to), at))
          .ifPresent(spans::add);
    }
    return new Alerts(List.copyOf(spans));
  }

  /** The native record of a passage. */
  JsonNode record(long position) {
    return journal
        .find(position)
        .map(found -> StoredJson.read(found.entry().document()).at("/facts/passage"))
        .orElseGet(StoredJson::object);
  }

  /** An episode that still runs has lasted until then and no longer. */
  private static Optional<Alerts.Span> span(
      JsonNode episode, Instant from, Instant to, Instant now) {
    Instant begin = StoredJson.time(episode, "from");
    Instant end = StoredJson.time(episode, "to");
    Instant first = begin == null || begin.isBefore(from) ? from : begin;
    Instant until = end == null ? now : end;
    Instant last = until.isAfter(to) ? to : until;
    return last.isAfter(first) ? Optional.of(new Alerts.Span(first, last)) : Optional.empty();
  }

  private static boolean concerns(JsonNode episode, String division) {
    for (JsonNode one : episode.path("divisions")) {
      if (division.startsWith(one.asText().replaceAll("(00)+$", ""))) {
        return true;
      }
    }
    return false;
  }

  private static <T> List<T> all(
      Function<String, Page<T>> page, java.util.function.Predicate<T> wanted) {
    List<T> found = new ArrayList<>();
    String cursor = null;
    do {
      Page<T> next = page.apply(cursor);
      next.items().stream().filter(wanted).forEach(found::add);
      cursor = next.next();
    } while (cursor != null);
    return found;
  }
}
