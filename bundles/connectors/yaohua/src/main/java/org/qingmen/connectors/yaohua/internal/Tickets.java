package org.qingmen.connectors.yaohua.internal;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.qingmen.spi.intake.Quarantine;
import org.qingmen.spi.intake.TicketSink;

/** Hands events of the lines to the platform. */
final class Tickets implements Processor {

  private final TicketSink tickets;
  private final Quarantine quarantine;

  Tickets(TicketSink tickets, Quarantine quarantine) {
    this.tickets = tickets;
    this.quarantine = quarantine;
  }

  @Override
  public void process(Exchange exchange) {
    LineEvent event = exchange.getMessage().getBody(LineEvent.class);
    if (event instanceof LineEvent.Weighed weighed) {
      tickets.submit(weighed.weighing());
    } else if (event instanceof LineEvent.Stranger stranger) {
      quarantine.keep(stranger.address(), "yaohua", stranger.reason(), stranger.bytes());
    }
  }
}
