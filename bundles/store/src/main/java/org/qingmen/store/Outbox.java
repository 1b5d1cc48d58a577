package org.qingmen.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * What is to be reported to platforms above, and what became of it. What was put in is taken out
 * only by a receipt or a person's word; nothing is put in twice. Safe for concurrent use.
 */
public interface Outbox {

  /** What became of an item; the code is what is stored and never changes. */
  enum State {
    /** Waits to be sent. */
    STORED,
    /** Sent, and not answered yet; after a crash it is sent again, the receiver knows it. */
    SENT,
    /** The platform above gave a receipt. */
    CONFIRMED,
    /** Will not be sent again by itself; the reason stands beside it. */
    GIVEN_UP;

    /** The name in the API, such as {@code given-up}. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /** Kinds of items; the order is what is stored. */
  enum Kind {
    PASSAGE,
    LEDGER,
    SUMMARY;

    /** The name in the API, such as {@code passage}. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * Something to be reported.
   *
   * @param position position of its journal entry; for a day's summary minus the day's number since
   *     1970, which no journal entry has
   * @param kind what it is
   * @param enterprise enterprise, empty for a summary of them all
   * @param day the day it belongs to (Asia/Shanghai)
   */
  record Item(long position, Kind kind, String enterprise, LocalDate day) {}

  /**
   * An item and what became of it.
   *
   * @param attempts how often it was sent
   * @param receipt receipt of the platform above, null unless confirmed
   * @param reason why it was not confirmed, null when nothing was said
   * @param changed when its state changed last
   */
  record Entry(
      Item item, State state, int attempts, String receipt, String reason, Instant changed) {}

  /** What a sending came to: the new state with receipt or reason. */
  record Result(long position, State state, String receipt, String reason) {}

  /** How many items of an enterprise's day are in a state. */
  record DayCount(LocalDate day, String enterprise, Kind kind, State state, long items) {}

  /**
   * Which entries to list, by position; null members do not restrict.
   *
   * @param after position after which to go on, null for the beginning
   * @param limit 1 to 1000
   */
  record Query(
      String target, State state, String enterprise, LocalDate day, Long after, int limit) {}

  /** Position up to which the journal was read for a target; -1 when it never was. */
  long cursor(String target);

  /** Puts items in and moves the cursor, in one transaction. */
  void feed(String target, Collection<Item> items, long cursor);

  /**
   * Puts in what is missing; what is there stays as it is.
   *
   * @return how many were missing
   */
  int fill(String target, Collection<Item> items);

  /**
   * The next items to be sent, by position.
   *
   * @param except enterprises that are left out, because one of their records has to wait
   */
  List<Item> waiting(String target, Collection<String> except, int limit);

  /** Notes that items are being sent. */
  void sent(String target, Collection<Long> positions);

  /** Notes what sendings came to. */
  void settle(String target, Collection<Result> results);

  /** Entries by position. */
  List<Entry> list(Query query);

  /** Counts by day, enterprise, kind and state. */
  List<DayCount> days(String target, LocalDate from, LocalDate to);

  /**
   * Has items sent again: those of a state, or of an enterprise's day; confirmed ones only when
   * named by their state.
   *
   * @return how many
   */
  int resend(Query which);

  /** Forgets a target altogether. */
  void forget(String target);
}
