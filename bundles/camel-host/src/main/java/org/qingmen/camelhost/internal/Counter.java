package org.qingmen.camelhost.internal;

import java.util.concurrent.atomic.LongAdder;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;

/** Counts the messages of one context. */
final class Counter extends EventNotifierSupport {

  private final LongAdder received = new LongAdder();
  private final LongAdder answered = new LongAdder();
  private final LongAdder failed = new LongAdder();

  @Override
  public void notify(CamelEvent event) {
    switch (event.getType()) {
      case ExchangeCreated -> received.increment();
      case ExchangeCompleted -> answered.increment();
      case ExchangeFailed -> failed.increment();
      default -> {
        // starts and stops are known already
      }
    }
  }

  long received() {
    return received.sum();
  }

  long answered() {
    return answered.sum();
  }

  long failed() {
    return failed.sum();
  }
}
