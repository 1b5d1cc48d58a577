package org.qingmen.security;

/** The keys devices sign their requests with, and the check of signatures. */
public interface DeviceKeys {

  /** How far a device's clock may be off, in seconds, and how long a nonce is remembered for. */
  int WINDOW_SECONDS = 300;

  /**
   * Makes the key of a registered device; a former key stops serving at once.
   *
   * <p>Refusals: {@code unknown-device}, {@code beyond-scope}.
   */
  CreatedKey create(String deviceId, Principal actor);

  /** Ends a key, at once; a device without one is left as it is. */
  void revoke(String keyId, Principal actor);

  /**
   * Checks a signature in constant time, then uses up its nonce. A replay is refused, counted and
   * written to the audit trail.
   *
   * @throws org.qingmen.spi.journal.JournalUnavailableException when the nonce cannot be made
   *     durable now
   */
  Verification verify(SignedRequest request);

  /** How many replays were refused since the start, for {@code /metrics}. */
  long replays();
}
