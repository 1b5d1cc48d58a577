package org.qingmen.security.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Nonces that served, as long as the request that carried one could be sent again. Keeps 128 bits
 * of a digest instead of the nonce, so that a busy server's window stays small.
 */
final class NonceMemory {

  private static final long SWEEP_SECONDS = 30;

  private record Mark(long high, long low) {}

  private final int window;
  private final Map<Mark, Long> served = new ConcurrentHashMap<>();
  private final AtomicLong nextSweep = new AtomicLong();

  /**
   * @param window seconds a request is valid before and after the time it was signed
   */
  NonceMemory(int window) {
    this.window = window;
  }

  /**
   * Uses up a nonce.
   *
   * @param time when the request was signed, Unix seconds
   * @param now the present, Unix seconds
   * @return whether it served for the first time
   */
  boolean use(String keyId, String nonce, long time, long now) {
    sweep(now);
    return served.putIfAbsent(mark(keyId, nonce), time + window) == null;
  }

  /** Makes a nonce unused again. */
  void forget(String keyId, String nonce) {
    served.remove(mark(keyId, nonce));
  }

  int size() {
    return served.size();
  }

  private void sweep(long now) {
    long due = nextSweep.get();
    if (now >= due && nextSweep.compareAndSet(due, now + SWEEP_SECONDS)) {
      served.values().removeIf(until -> until < now);
    }
  }

  private static Mark mark(String keyId, String nonce) {
    byte[] digest = Digests.sha256((keyId + "\n" + nonce).getBytes(StandardCharsets.UTF_8));
    ByteBuffer bytes = ByteBuffer.wrap(digest);
    return new Mark(bytes.getLong(), bytes.getLong());
  }
}
