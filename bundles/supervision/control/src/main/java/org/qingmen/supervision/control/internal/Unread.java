package org.qingmen.supervision.control.internal;

import org.qingmen.spi.journal.JournalUnavailableException;

/**
 * A decision made before lists and policies were read once would be wrong in the gate's favour, so
 * no record is taken until then: senders get the same "try again soon" as when the journal is away.
 */
final class Unread {

  private static final int RETRY_SECONDS = 2;

  private Unread() {}

  static void refuse(boolean loaded) {
    if (!loaded) {
      throw new JournalUnavailableException(
          "the registry has not been read since the start, the database is away",
          RETRY_SECONDS,
          null);
    }
  }
}
