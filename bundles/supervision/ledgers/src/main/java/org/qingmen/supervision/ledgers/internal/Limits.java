package org.qingmen.supervision.ledgers.internal;

import java.time.Duration;
import java.time.LocalDate;
import org.qingmen.engine.Judge;
import org.qingmen.spi.facts.Parameters;
import org.qingmen.spi.pack.PackDescriptor;

/**
 * How far things are looked for that belong together; from the packs of kind {@code ledger}.
 *
 * @param longestVisit how long a visit may last
 * @param ticketToPassage how far a ticket lies from its passage at most
 * @param weighings how far the two weighings of a visit lie apart at most
 */
record Limits(Duration longestVisit, Duration ticketToPassage, Duration weighings) {

  private static final double SECONDS_PER_MINUTE = 60;
  private static final double SECONDS_PER_HOUR = 3600;
  private static final double SECONDS_PER_DAY = 86_400;

  static Limits of(Judge judge, String division, LocalDate day) {
    Parameters parameters = judge.parameters(PackDescriptor.Kind.LEDGER, division, day);
    return new Limits(
        seconds(parameters.number("visit.longest-days") * SECONDS_PER_DAY),
        seconds(parameters.number("ticket.passage-minutes") * SECONDS_PER_MINUTE),
        seconds(parameters.number("ticket.weighings-hours") * SECONDS_PER_HOUR));
  }

  private static Duration seconds(double seconds) {
    return Duration.ofSeconds(Math.round(seconds));
  }
}
