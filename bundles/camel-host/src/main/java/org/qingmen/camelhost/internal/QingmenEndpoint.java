package org.qingmen.camelhost.internal;

import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;

/** An endpoint of the platform that a route can send to. */
final class QingmenEndpoint extends DefaultEndpoint {

  private final Processor step;

  QingmenEndpoint(String uri, Component component, Processor step) {
    super(uri, component);
    this.step = step;
  }

  @Override
  public Producer createProducer() {
    return new DefaultProducer(this) {
      @Override
      public void process(Exchange exchange) throws Exception {
        step.process(exchange);
      }
    };
  }

  @Override
  public Consumer createConsumer(Processor processor) {
    throw new UnsupportedOperationException(
        "a route can send to the platform, not receive from it");
  }
}
