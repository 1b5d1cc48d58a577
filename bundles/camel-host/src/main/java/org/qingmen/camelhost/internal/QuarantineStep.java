package org.qingmen.camelhost.internal;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.qingmen.spi.intake.Quarantine;

/** Keeps the body until a person looks at it; the body afterwards is the id of what was kept. */
final class QuarantineStep implements Processor {

  private final Quarantine quarantine;
  private final String source;
  private final String reason;

  QuarantineStep(Quarantine quarantine, String source, String reason) {
    this.quarantine = quarantine;
    this.source = source;
    this.reason = reason;
  }

  @Override
  public void process(Exchange exchange) {
    byte[] body = exchange.getMessage().getBody(byte[].class);
    String id =
        quarantine.keep(
            source, exchange.getFromRouteId(), reason, body == null ? new byte[0] : body);
    exchange.getMessage().setBody(id);
  }
}
