package org.qingmen.supervision.upward.internal;

import java.util.List;
import java.util.Optional;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.journal.Journal.Positioned;
import org.qingmen.store.Outbox;
import org.qingmen.store.Outbox.Item;
import org.qingmen.store.Registry;

/** Follows the journal and puts what a target is to be told into its outbox. One thread. */
final class Feeder {

  private static final int STEP = 500;

  /** How far the cursor may move in memory only, when there is nothing to put in. */
  private static final int UNWRITTEN = 20_000;

  private final Target target;
  private final Journal journal;
  private final Outbox outbox;
  private final Enterprises enterprises;
  private final Registry registry;
  private volatile long cursor = -1;
  private long written = -1;

  Feeder(
      Target target, Journal journal, Outbox outbox, Enterprises enterprises, Registry registry) {
    this.target = target;
    this.journal = journal;
    this.outbox = outbox;
    this.enterprises = enterprises;
    this.registry = registry;
  }

  /** Takes the next entries; whether there were any. */
  boolean step() {
    if (written < 0) {
      written = Math.max(0, outbox.cursor(target.id()));
      cursor = written;
    }
    List<Positioned> entries = journal.read(cursor, STEP);
    if (entries.isEmpty()) {
      return false;
    }
    List<Item> items =
        entries.stream().flatMap(e -> Items.of(e).stream()).filter(this::concerns).toList();
    long last = entries.get(entries.size() - 1).position();
    if (!items.isEmpty() || last - written > UNWRITTEN) {
      outbox.feed(target.id(), items, last);
      written = last;
    }
    cursor = last;
    return true;
  }

  long cursor() {
    return Math.max(0, cursor);
  }

  private boolean concerns(Item item) {
    return !item.day().isBefore(target.from())
        && division(item.enterprise()).map(d -> d.startsWith(target.division())).orElse(false);
  }

  /** Asks the database when memory does not know it: that may not have been filled yet. */
  private Optional<String> division(String enterprise) {
    return enterprises
        .find(enterprise)
        .map(Enterprise::division)
        .or(() -> registry.get("enterprise", enterprise).map(d -> d.division()));
  }
}
