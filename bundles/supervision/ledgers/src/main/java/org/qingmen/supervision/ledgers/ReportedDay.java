package org.qingmen.supervision.ledgers;

import java.time.LocalDate;

/**
 * Vehicles of one day.
 *
 * @param day the day
 * @param reported vehicles per day as reported for the emergency list, null when never
 * @param tickets weighings of vehicles in the ledger of weigh tickets
 * @param trips trips that the gates saw
 */
public record ReportedDay(LocalDate day, Integer reported, long tickets, long trips) {}
