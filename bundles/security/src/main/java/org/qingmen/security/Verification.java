package org.qingmen.security;

import java.util.concurrent.CompletableFuture;
import org.qingmen.spi.refusal.Refusal;

/** What became of a signature. */
public sealed interface Verification {

  /**
   * The device is who it claims to be and the nonce served for the first time.
   *
   * @param principal the device, bound to its enterprise
   * @param durable completes when the nonce is synced to disk. The nonce was appended to the
   *     journal before the record will be, so a caller that waits for its record's sync need not
   *     wait for this one; others wait before they answer
   */
  record Accepted(Principal principal, CompletableFuture<Void> durable) implements Verification {}

  /**
   * The request is not taken.
   *
   * @param refusal one of {@code unknown-key}, {@code clock}, {@code bad-mac}, {@code
   *     replayed-nonce}; {@code not-ready} while nonces are read back after a start
   */
  record Refused(Refusal refusal) implements Verification {}
}
