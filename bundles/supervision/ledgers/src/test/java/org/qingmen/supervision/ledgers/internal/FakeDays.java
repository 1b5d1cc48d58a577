package org.qingmen.supervision.ledgers.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.qingmen.store.EnterpriseDays;
import org.qingmen.store.LedgerRow;

/** One enterprise's days in lists. */
final class FakeDays implements EnterpriseDays {

  final List<DayTraffic> traffic = new ArrayList<>();
  final List<DayMass> masses = new ArrayList<>();
  final List<Movement> movements = new ArrayList<>();
  final List<LedgerRow> rows = new ArrayList<>();

  FakeDays trips(LocalDate day, long trips) {
    traffic.add(
        new DayTraffic(day, "5", "diesel", false, "Q11", "freight", "allow", trips * 2, trips));
    return this;
  }

  FakeDays mass(LocalDate day, String mode, String goods, double tonnes) {
    masses.add(new DayMass(day, mode, goods, "in", tonnes));
    return this;
  }

  FakeDays row(String ledger, LocalDate day, String body) {
    int number = rows.size() + 1;
    rows.add(
        new LedgerRow(number, ledger, "E", "S" + number, day, Instant.EPOCH, body, number, "hash"));
    return this;
  }

  @Override
  public List<DayTraffic> traffic(String enterprise, LocalDate from, LocalDate to) {
    return traffic.stream().filter(one -> within(one.day(), from, to)).toList();
  }

  @Override
  public List<DayMass> masses(String enterprise, LocalDate from, LocalDate to) {
    return masses.stream().filter(one -> within(one.day(), from, to)).toList();
  }

  @Override
  public List<Movement> movements(String enterprise, Instant from, Instant to) {
    return movements.stream()
        .filter(one -> !one.time().isBefore(from) && one.time().isBefore(to))
        .sorted(Pairing.ORDER)
        .toList();
  }

  @Override
  public List<LedgerRow> rows(String ledger, String enterprise, LocalDate from, LocalDate to) {
    return rows.stream()
        .filter(one -> one.ledger().equals(ledger) && within(one.day(), from, to))
        .sorted(Comparator.comparing(LedgerRow::day).thenComparing(LedgerRow::position))
        .toList();
  }

  private static boolean within(LocalDate day, LocalDate from, LocalDate to) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
