package org.qingmen.camelhost.internal;

import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;

/** Counts the messages of one context. */
final class Counter extends EventNotifierSupport {

  private static final Set<String> INTERNAL = Set.of("timer:", "seda:", "direct:");

  private final LongAdder received = new LongAdder();
  private final LongAdder answered = new LongAdder();
  private final LongAdder failed = new LongAdder();

  @Override
  public void notify(CamelEvent event) {
    if (!(event instanceof CamelEvent.ExchangeEvent exchange) || isInternal(exchange)) {
      return;
    }
    switch (event.getType()) {
      case ExchangeCreated -> received.increment();
      case ExchangeCompleted -> answered.increment();
      case ExchangeFailed -> failed.increment();
      default -> {
        // starts and stops are known already
      }
    }
  }

  /** Timers and steps between routes are no messages of a device. */
  private static boolean isInternal(CamelEvent.ExchangeEvent event) {
    Endpoint from = event.getExchange().getFromEndpoint();
    String uri = from == null ? "" : from.getEndpointUri();
    return INTERNAL.stream().anyMatch(uri::startsWith);
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
