package org.qingmen.intake;

import java.time.Instant;

/** Remembers durably which nonces served, so that a replayed request is known after a restart. */
public interface NonceLog {

  /**
   * Notes a nonce. It is synced at the latest with the record that follows in the same request.
   *
   * @throws org.qingmen.spi.journal.JournalUnavailableException when nothing can be made durable
   *     now
   */
  void note(String keyId, String nonce, Instant time);

  /** Tells every nonce noted at or after an instant. */
  void recall(Instant since, Listener listener);

  /** Is told of nonces. */
  interface Listener {

    /** One nonce that served. */
    void served(String keyId, String nonce, Instant time);
  }
}
