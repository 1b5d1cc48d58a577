package org.qingmen.connectors.yaohua.internal;

import org.qingmen.spi.intake.TicketSink;

/** What a connection brings to the route. */
sealed interface LineEvent {

  /** A vehicle was weighed. */
  record Weighed(TicketSink.Weighing weighing) implements LineEvent {}

  /** Somebody connected whom nobody registered. */
  record Stranger(String address, String reason, byte[] bytes) implements LineEvent {}
}
