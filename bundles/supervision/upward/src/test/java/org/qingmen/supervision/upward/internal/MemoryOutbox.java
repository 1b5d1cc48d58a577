package org.qingmen.supervision.upward.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.qingmen.store.Outbox;

/** An outbox in memory, for one target. */
final class MemoryOutbox implements Outbox {

  final TreeMap<Long, Entry> entries = new TreeMap<>();
  private long cursor = -1;

  @Override
  public long cursor(String target) {
    return cursor;
  }

  @Override
  public void feed(String target, Collection<Item> items, long now) {
    fill(target, items);
    cursor = now;
  }

  @Override
  public int fill(String target, Collection<Item> items) {
    int before = entries.size();
    items.forEach(
        item ->
            entries.putIfAbsent(
                item.position(), new Entry(item, State.STORED, 0, null, null, Instant.EPOCH)));
    return entries.size() - before;
  }

  @Override
  public List<Item> waiting(String target, Collection<String> except, int limit) {
    return entries.values().stream()
        .filter(entry -> entry.state() == State.STORED || entry.state() == State.SENT)
        .map(Entry::item)
        .filter(item -> !except.contains(item.enterprise()))
        .limit(limit)
        .toList();
  }

  @Override
  public void sent(String target, Collection<Long> positions) {
    positions.forEach(
        p -> {
          Entry e = entries.get(p);
          entries.put(
              p, new Entry(e.item(), State.SENT, e.attempts() + 1, null, null, Instant.EPOCH));
        });
  }

  @Override
  public void settle(String target, Collection<Result> results) {
    results.forEach(
        r -> {
          Entry e = entries.get(r.position());
          entries.put(
              r.position(),
              new Entry(e.item(), r.state(), e.attempts(), r.receipt(), r.reason(), Instant.EPOCH));
        });
  }

  @Override
  public List<Entry> list(Query query) {
    return List.copyOf(entries.values());
  }

  @Override
  public List<DayCount> days(String target, LocalDate from, LocalDate to) {
    return List.of();
  }

  @Override
  public int resend(Query which) {
    return 0;
  }

  @Override
  public void forget(String target) {
    entries.clear();
  }
}
