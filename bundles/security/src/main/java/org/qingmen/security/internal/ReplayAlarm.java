package org.qingmen.security.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.qingmen.store.AuditTrail;
import org.qingmen.store.StoreUnavailableException;

/**
 * Counts replayed requests and writes them to the audit trail, beside the request: neither a flood
 * of replays nor a database that is away holds up a gate.
 */
final class ReplayAlarm {

  private final AuditTrail audit;
  private final Executor executor;
  private final Consumer<String> raise;
  private final LongAdder total = new LongAdder();
  private final Map<String, Long> unwritten = new ConcurrentHashMap<>();
  private final AtomicBoolean writing = new AtomicBoolean();

  ReplayAlarm(AuditTrail audit, Executor executor, Consumer<String> raise) {
    this.audit = audit;
    this.executor = executor;
    this.raise = raise;
  }

  void replayed(String keyId) {
    total.increment();
    raise.accept(keyId);
    unwritten.merge(keyId, 1L, Long::sum);
    if (writing.compareAndSet(false, true)) {
      executor.execute(this::write);
    }
  }

  long total() {
    return total.sum();
  }

  /** What cannot be written now is written with the next replay. */
  private void write() {
    writing.set(false);
    for (String keyId : new HashMap<>(unwritten).keySet()) {
      Long count = unwritten.remove(keyId);
      if (count == null) {
        continue;
      }
      try {
        audit.append(
            "device:" + keyId, "device-key.replay", keyId, AuditDetail.of("requests", count));
      } catch (StoreUnavailableException e) {
        unwritten.merge(keyId, count, Long::sum);
      }
    }
  }
}
