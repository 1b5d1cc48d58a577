package org.qingmen.supervision.upward.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qingmen.model.ChinaTime;
import org.qingmen.store.LedgerRow;
import org.qingmen.store.Outbox;
import org.qingmen.store.Outbox.DayCount;
import org.qingmen.store.Outbox.Item;
import org.qingmen.store.Outbox.Kind;
import org.qingmen.store.Outbox.State;
import org.qingmen.store.Page;
import org.qingmen.store.PassageQuery;
import org.qingmen.store.PassageStore;
import org.qingmen.store.StoredPassage;
import org.qingmen.supervision.upward.UpwardReporting.Day;

/** Days whose records are not all in the outbox: found by counting, refilled from the store. */
final class Gaps {

  private static final int PAGE = 1000;

  private final Outbox outbox;
  private final PassageStore passages;
  private final Summaries summaries;

  Gaps(Outbox outbox, PassageStore passages, Summaries summaries) {
    this.outbox = outbox;
    this.passages = passages;
    this.summaries = summaries;
  }

  List<Day> days(Target target, LocalDate from, LocalDate to) {
    Map<LocalDate, List<DayCount>> counts = new HashMap<>();
    outbox
        .days(target.id(), from, to)
        .forEach(one -> counts.computeIfAbsent(one.day(), d -> new ArrayList<>()).add(one));
    return from.datesUntil(to.plusDays(1))
        .map(day -> day(target, day, counts.getOrDefault(day, List.of())))
        .toList();
  }

  /** Puts in what is missing of a day; its summary goes up again when something was. */
  int refill(Target target, LocalDate day) {
    int missing = outbox.fill(target.id(), ledgerItems(target, day));
    String cursor = null;
    do {
      Page<StoredPassage> page = passages.list(query(target, day, cursor));
      missing += outbox.fill(target.id(), page.items().stream().map(p -> item(p, day)).toList());
      cursor = page.next();
    } while (cursor != null);
    if (missing > 0 && target.summaries()) {
      outbox.resend(new Outbox.Query(target.id(), State.CONFIRMED, "", day, null, 1));
    }
    return missing;
  }

  private Day day(Target target, LocalDate day, List<DayCount> counts) {
    Map<State, Long> states = new EnumMap<>(State.class);
    Map<Kind, Long> kinds = new EnumMap<>(Kind.class);
    counts.forEach(
        one -> {
          kinds.merge(one.kind(), one.items(), Long::sum);
          states.merge(one.state(), one.items(), Long::sum);
        });
    long stored =
        summaries.passages(target, day).values().stream().mapToLong(r -> r.passages()).sum();
    long rows = summaries.rows(target, day).size();
    boolean wanted = !day.isBefore(target.from());
    long missing =
        Math.max(0, stored - kinds.getOrDefault(Kind.PASSAGE, 0L))
            + Math.max(0, rows - kinds.getOrDefault(Kind.LEDGER, 0L));
    return new Day(
        day,
        stored,
        rows,
        states.getOrDefault(State.STORED, 0L),
        states.getOrDefault(State.SENT, 0L),
        states.getOrDefault(State.CONFIRMED, 0L),
        states.getOrDefault(State.GIVEN_UP, 0L),
        wanted ? missing : 0);
  }

  private List<Item> ledgerItems(Target target, LocalDate day) {
    return summaries.rows(target, day).stream()
        .map((LedgerRow row) -> new Item(row.position(), Kind.LEDGER, row.enterprise(), day))
        .toList();
  }

  private static Item item(StoredPassage passage, LocalDate day) {
    return new Item(passage.position(), Kind.PASSAGE, passage.enterprise(), day);
  }

  private static PassageQuery query(Target target, LocalDate day, String cursor) {
    Instant from = ChinaTime.startOf(day);
    Instant to = ChinaTime.endOf(day);
    return new PassageQuery(
        null, target.division(), null, null, from, to, null, null, null, null, cursor, PAGE);
  }
}
