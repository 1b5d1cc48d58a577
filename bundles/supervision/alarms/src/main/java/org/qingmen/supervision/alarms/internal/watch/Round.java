package org.qingmen.supervision.alarms.internal.watch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.qingmen.model.ChinaTime;
import org.qingmen.spi.alarm.Alarm;
import org.qingmen.store.Draft;
import org.qingmen.supervision.alarms.internal.book.AlarmBook;
import org.qingmen.supervision.alarms.internal.book.Tally;

/** One look at everything that shows by itself; what is found is written together at its end. */
final class Round {

  /** Days and hours are those of the gates. */
  final Instant now;

  final LocalDate today;
  final Limits limits;
  private final AlarmBook book;
  private final Tally tally = new Tally();
  private final List<Draft> cursors = new ArrayList<>();

  Round(Instant now, Limits limits, AlarmBook book) {
    this.now = now;
    this.today = ChinaTime.day(now);
    this.limits = limits;
    this.book = book;
  }

  /** A state that holds or does not: raised when it begins, noted when it ends. */
  void state(boolean holds, String key, Supplier<Alarm> alarm) {
    boolean known = book.lasting(key);
    if (holds && !known) {
      tally.raise(alarm.get());
    } else if (!holds && known) {
      tally.over(key, now);
    }
  }

  /** Something that happened once. */
  void event(Alarm alarm) {
    tally.raise(alarm);
  }

  boolean lasting(String key) {
    return book.lasting(key);
  }

  /** Notes how far a watcher came, in the transaction of what it found. */
  void reached(String watcher, String at) {
    cursors.add(Cursors.draft(watcher, at));
  }

  void write() {
    if (tally.size() > 0 || !cursors.isEmpty()) {
      book.record(tally.take(), cursors);
    }
  }
}
