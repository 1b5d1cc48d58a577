package org.qingmen.supervision.ledgers;

import java.time.Instant;

/**
 * A weigh ticket and what belongs to it; masses in tonnes, null when not known.
 *
 * @param serial serial number of the ticket
 * @param time when it was weighed
 * @param plate plate on the ticket, may be null
 * @param material goods on the ticket, may be null
 * @param gross gross mass
 * @param tare tare
 * @param net net mass: as written, else gross - tare, else with the other weighing of the visit
 * @param pairedWith serial of the ticket that holds the other weighing, null when none is needed or
 *     found
 * @param receipt receipt of the passage it belongs to, null when none fits
 * @param passageTonnes mass that the passage reported, may be null
 * @param minutes minutes between ticket and passage, null without a passage
 */
public record TicketCheck(
    String serial,
    Instant time,
    String plate,
    String material,
    Double gross,
    Double tare,
    Double net,
    String pairedWith,
    String receipt,
    Double passageTonnes,
    Double minutes) {}
