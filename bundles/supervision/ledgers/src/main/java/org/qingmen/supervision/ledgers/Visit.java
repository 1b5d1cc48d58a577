package org.qingmen.supervision.ledgers;

import java.time.Duration;
import java.time.Instant;
import org.qingmen.model.Coded;
import org.qingmen.store.EnterpriseDays.Movement;

/**
 * A vehicle's stay at an enterprise: an entry and the exit that follows it, of the same plate and
 * colour, with nothing of the same plate between.
 *
 * @param kind how complete it is
 * @param entry entry, null when it was not seen
 * @param exit exit, null when it was not seen
 */
public record Visit(Kind kind, Movement entry, Movement exit) {

  /** How complete a visit is. */
  public enum Kind implements Coded {
    /** Entry and exit are known. */
    COMPLETE("complete"),
    /** Entered, not yet left, and not longer inside than a visit may last. */
    INSIDE("inside"),
    /** Entered, and entered again without an exit between. */
    ENTERED_AGAIN("entered-again"),
    /** Entered, and no exit within the time that a visit may last. */
    NEVER_LEFT("never-left"),
    /** Left without having entered within the time that a visit may last. */
    EXIT_ONLY("exit-only"),
    /** The plate was not read: it cannot be paired. */
    UNREAD("unread");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /** Its first movement that is known. */
  public Movement first() {
    return entry == null ? exit : entry;
  }

  /** When it began, as far as is known. */
  public Instant begin() {
    return first().time();
  }

  /** How long it lasted; null unless both ends are known. */
  public Duration dwell() {
    return entry == null || exit == null ? null : Duration.between(entry.time(), exit.time());
  }
}
