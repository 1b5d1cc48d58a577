package org.qingmen.spi.intake;

import java.util.List;

/**
 * Takes native records and answers when they are durable and decided. Safe for concurrent use;
 * blocks until the journal is synced.
 */
public interface PassageSink {

  /**
   * Takes one passage.
   *
   * @throws org.qingmen.spi.journal.JournalUnavailableException when nothing can be made durable
   *     now
   */
  default PassageAnswer submit(NativeRecord record) {
    return submit(List.of(record)).get(0);
  }

  /** Takes several passages that share one sync; the answers are in their order. */
  List<PassageAnswer> submit(List<NativeRecord> records);
}
