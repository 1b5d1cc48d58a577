package org.qingmen.spi.journal;

import java.time.Instant;

/**
 * One entry of the journal.
 *
 * @param kind what it is
 * @param received when the server received it
 * @param source who sent it, such as {@code device:cam-1} or {@code user:zhang}
 * @param raw the message as received; empty where the entry has no message of its own
 * @param document UTF-8 JSON: for a passage, a gate check or a grade the decision document (see
 *     {@code decision.schema.json}: verdict, reasons, findings, packs and the facts themselves);
 *     otherwise the record itself
 */
public record JournalEntry(
    Kind kind, Instant received, String source, byte[] raw, byte[] document) {

  /** Kinds of entries; the code is what is stored and never changes. */
  public enum Kind {
    /** A gate passage with its decision. */
    PASSAGE(1),
    /** A decision asked for before the barrier opens. */
    GATE_CHECK(2),
    /** A transport grade with the facts it rests on. */
    GRADE(3),
    /** A row of a ledger (dedicated line, weigh ticket, daily materials). */
    LEDGER(4),
    /** A message that could not be accepted and waits for a person. */
    QUARANTINE(5),
    /** A nonce that served, so that a replayed request is known after a restart. */
    NONCE(6),
    /** What a gate says of itself: heartbeat, state, clock, a barrier raised by hand. */
    GATE_EVENT(7);

    private final int code;

    Kind(int code) {
      this.code = code;
    }

    /** The stored code. */
    public int code() {
      return code;
    }

    /** The kind with this stored code. */
    public static Kind of(int code) {
      for (Kind kind : values()) {
        if (kind.code == code) {
          return kind;
        }
      }
      throw new IllegalArgumentException("no kind of journal entry has code " + code);
    }
  }
}
