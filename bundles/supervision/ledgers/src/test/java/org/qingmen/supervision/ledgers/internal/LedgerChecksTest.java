package org.qingmen.supervision.ledgers.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qingmen.store.EnterpriseDays.Movement;
import org.qingmen.supervision.ledgers.Checked;
import org.qingmen.supervision.ledgers.ContractUse;
import org.qingmen.supervision.ledgers.ReportedDay;
import org.qingmen.supervision.ledgers.TicketCheck;
import org.qingmen.supervision.ledgers.Visit;

/** Contracts, reported vehicles, visits and tickets of an enterprise. */
class LedgerChecksTest {

  private static final LocalDate DAY = LocalDate.of(2026, 10, 5);

  private final LedgerRoom room = new LedgerRoom();

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void whatComesInUnderAContractMayNotExceedIt() {
    room.days
        .mass(DAY.minusDays(30), "rail", "煤", 800)
        .mass(DAY, "rail", "煤", 300)
        .mass(DAY, "road", "石膏", 30)
        .mass(DAY, "road", "铁粉", 30);
    room.file("contract", "E/1", contract("purchase", "煤", 1000, "t"));
    room.file("contract", "E/2", contract("sale", "铁粉", 1000, "t"));
    room.file("contract", "E/3", contract("purchase", "石膏", 20, "车"));

    Checked<ContractUse> uses = room.checks.contracts("E", DAY, DAY);
    assertThat(uses.rows())
        .extracting(row -> row.value().material())
        .containsExactly("煤", "石膏", "铁粉");
    assertThat(LedgerRoom.codes(uses))
        .containsExactly(List.of("ledger.over-contract"), List.of(), List.of("ledger.no-contract"));
    assertThat(uses.rows().get(0).value().contracts().get(0).received()).isEqualTo(1100);
  }

  @Test
  void theEmergencyListGoesBeforeWhatTheEnterpriseSaysOfItself() {
    room.file("enterprise", "E", "{\"dailyVehicles\": 100}");
    room.file("emergency-list", "E/l", "{\"from\": \"2026-10-05\", \"dailyVehicles\": 50}");
    room.days.trips(DAY.minusDays(1), 80).trips(DAY, 80);

    Checked<ReportedDay> days =
        room.checks.reportedVehicles("E", DAY.minusDays(1), DAY.plusDays(1));
    assertThat(days.rows()).extracting(row -> row.value().reported()).containsExactly(100, 50, 50);
    assertThat(LedgerRoom.codes(days))
        .containsExactly(List.of(), List.of("ledger.more-than-reported"), List.of());
  }

  @Test
  void visitsBeginWithinTheDayAndFindTheirExitTheDayAfter() {
    passage(1, "2026-10-04T23:50:00+08:00", "冀B00001", "in", null);
    passage(2, "2026-10-05T00:20:00+08:00", "冀B00001", "out", null);
    passage(3, "2026-10-05T23:50:00+08:00", "冀B00002", "in", null);
    passage(4, "2026-10-06T00:20:00+08:00", "冀B00002", "out", null);
    passage(5, "2026-10-05T10:00:00+08:00", "冀B00003", "out", null);

    Checked<Visit> visits = room.checks.visits("E", DAY, DAY);
    assertThat(visits.rows())
        .extracting(row -> row.value().kind())
        .containsExactly(Visit.Kind.EXIT_ONLY, Visit.Kind.COMPLETE);
    assertThat(LedgerRoom.codes(visits)).containsExactly(List.of("ledger.exit-only"), List.of());
  }

  @Test
  void whoIsInsideIsKnownAtAnyMoment() {
    passage(1, "2026-10-05T08:00:00+08:00", "冀B00001", "in", null);
    passage(2, "2026-10-05T09:00:00+08:00", "冀B00001", "out", null);
    passage(3, "2026-10-04T06:00:00+08:00", "冀B00002", "in", null);
    assertThat(inside("2026-10-05T08:30:00+08:00")).containsExactly("冀B00002", "冀B00001");
    assertThat(inside("2026-10-05T09:30:00+08:00")).containsExactly("冀B00002");
    Checked<Visit> long1 = room.checks.inside("E", Instant.parse("2026-10-05T08:30:00+08:00"));
    assertThat(LedgerRoom.codes(long1)).containsExactly(List.of("ledger.long-stay"), List.of());
  }

  @Test
  void ticketsFindTheirOtherWeighingAndTheirPassage() {
    passage(1, "2026-10-05T08:00:00+08:00", "冀B00001", "in", 30.0);
    passage(2, "2026-10-05T09:00:00+08:00", "冀B00001", "out", null);
    room.days
        .row("weigh-ticket", DAY, ticket("08:02", "\"gross\": 45400", "冀B00001"))
        .row("weigh-ticket", DAY, ticket("08:50", "\"tare\": 15400", "冀B00001"))
        .row("weigh-ticket", DAY, ticket("08:00", "\"net\": 20000", "冀B00009"));

    Checked<TicketCheck> tickets = room.checks.tickets("E", DAY, DAY);
    assertThat(tickets.rows())
        .extracting(row -> row.value().net(), row -> row.value().receipt())
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(30.0, "R1"),
            org.assertj.core.groups.Tuple.tuple(30.0, "R2"),
            org.assertj.core.groups.Tuple.tuple(20.0, null));
    assertThat(LedgerRoom.codes(tickets))
        .containsExactly(List.of("ledger.ticket-without-passage"), List.of(), List.of());
  }

  private List<String> inside(String at) {
    return room.checks.inside("E", Instant.parse(at)).rows().stream()
        .map(row -> row.value().first().plate())
        .toList();
  }

  private void passage(long number, String time, String plate, String direction, Double tonnes) {
    Instant at = Instant.parse(time);
    room.days.movements.add(
        new Movement(
            number,
            "R" + number,
            "A01",
            direction,
            at,
            at,
            plate,
            "yellow",
            "5",
            null,
            tonnes,
            "allow",
            true,
            false));
  }

  private static String contract(String kind, String material, double quantity, String unit) {
    return """
        {"kind": "%s", "party": "北山矿业", "material": "%s", "quantity": %s, "unit": "%s",
         "from": "2026-01-01", "to": "2026-12-31"}"""
        .formatted(kind, material, quantity, unit);
  }

  private static String ticket(String time, String weight, String plate) {
    return "{\"time\": \"2026-10-05T%s:00+08:00\", \"unit\": \"kg\", %s, \"plate\": \"%s\"}"
        .formatted(time, weight, plate);
  }
}
