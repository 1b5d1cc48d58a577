package org.qingmen.supervision.ledgers.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.qingmen.supervision.ledgers.Checked;
import org.qingmen.supervision.ledgers.StockDay;

/** Opening + in - consumed = closing, day by day, and in against what came. */
class BalanceTest {

  private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

  @Test
  void aBalancedDayIsGreenAndAMissingTonneIsRed() {
    try (LedgerRoom room = new LedgerRoom()) {
      room.days
          .row("materials", DAY, materials(DAY, 100, 50, 30, 120))
          .row("materials", DAY.plusDays(1), materials(DAY.plusDays(1), 120, 20, 40, 98))
          .mass(DAY, "rail", "煤", 30)
          .mass(DAY, "road", "煤", 20)
          .mass(DAY.plusDays(1), "road", "煤", 20);
      Checked<StockDay> checked = room.checks.balance("E", DAY, DAY.plusDays(1));
      assertThat(checked.rows()).extracting(Checked.Row::light).containsExactly("green", "red");
      assertThat(checked.rows().get(1).value().difference()).isEqualTo(-2.0);
      assertThat(checked.packs()).hasSize(1);
      assertThat(checked.verified()).isFalse();
    }
  }

  @Test
  void whatCameWithoutARowIsShownAndTheGreaterOfGateAndTicketsCounts() {
    try (LedgerRoom room = new LedgerRoom()) {
      room.days
          .mass(DAY, "road", "石灰石", 60)
          .row(
              "weigh-ticket",
              DAY,
              "{\"time\":\"x\",\"net\":64000,\"unit\":\"kg\",\"material\":\"石灰石\"}")
          .row(
              "weigh-ticket",
              DAY,
              "{\"time\":\"x\",\"net\":30,\"unit\":\"t\",\"material\":\"熟料\"}");
      Checked<StockDay> checked = room.checks.balance("E", DAY, DAY);
      assertThat(checked.rows()).hasSize(1);
      StockDay day = checked.rows().get(0).value();
      assertThat(day.road()).isEqualTo(64);
      assertThat(LedgerRoom.codes(checked)).containsExactly(List.of("ledger.row-missing"));
    }
  }

  /** 1,200 random ledgers of a week against sums in whole kilograms. */
  @Test
  void findingsAreThoseOfAnOracleOnRandomLedgers() {
    Random random = new Random(20261001);
    try (LedgerRoom room = new LedgerRoom()) {
      for (int i = 0; i < 1200; i++) {
        room.days.rows.clear();
        room.days.masses.clear();
        List<List<String>> expected = write(room.days, random);
        assertThat(LedgerRoom.codes(room.checks.balance("E", DAY, DAY.plusDays(6))))
            .as("ledger %d", i)
            .isEqualTo(expected);
      }
    }
  }

  /** Writes a random week and says what must be found, reckoned in kilograms. */
  private static List<List<String>> write(FakeDays days, Random random) {
    List<List<String>> expected = new ArrayList<>();
    long before = -1;
    int missing = 0;
    long stock = 1_000_000L + random.nextInt(1_000_000);
    for (int d = 0; d < 7; d++) {
      LocalDate day = DAY.plusDays(d);
      long line = random.nextInt(3) * 100_000L;
      long road = random.nextInt(3) * 60_000L;
      long consumed = random.nextInt(200_000);
      days.mass(day, "rail", "煤", line / 1000.0).mass(day, "road", "煤", road / 1000.0);
      if (random.nextInt(8) == 0) {
        missing++;
        if (line + road > 0) {
          expected.add(List.of("ledger.row-missing"));
        }
        continue;
      }
      long opening = random.nextInt(5) == 0 ? stock + random.nextInt(1500) - 700 : stock;
      long in = random.nextInt(4) == 0 ? line + road + random.nextInt(20_000) - 9_000 : line + road;
      in = Math.max(0, in);
      long closing = opening + in - consumed;
      long entered = random.nextInt(4) == 0 ? closing + random.nextInt(30_000) - 15_000 : closing;
      entered = Math.max(0, entered);
      days.row(
          "materials", day, materials(day, opening / 1e3, in / 1e3, consumed / 1e3, entered / 1e3));
      expected.add(oracle(opening, in, consumed, entered, before, missing, line + road));
      before = entered;
      missing = 0;
      stock = entered;
    }
    return expected;
  }

  private static List<String> oracle(
      long opening, long in, long consumed, long closing, long before, int missing, long came) {
    TreeSet<String> codes = new TreeSet<>();
    long off = Math.abs(opening + in - consumed - closing);
    if (off > 500 && off * 1000 > 5 * (opening + in)) {
      codes.add("ledger.unbalanced");
    }
    if (before >= 0 && missing == 0 && Math.abs(opening - before) > 500) {
      codes.add("ledger.not-continuous");
    }
    if (before >= 0 && missing > 0) {
      codes.add("ledger.days-missing");
    }
    long differs = Math.abs(in - came);
    if (differs > 1000 && differs * 100 > 3 * came) {
      codes.add("ledger.in-differs");
    } else if (differs > 1000 && differs * 100 > 2 * came) {
      codes.add("ledger.in-near");
    }
    return List.copyOf(codes);
  }

  private static String materials(
      LocalDate day, double opening, double in, double consumed, double closing) {
    return """
        {"date": "%s", "material": "煤", "unit": "t", "opening": %s, "in": %s, "consumed": %s,
         "closing": %s}"""
        .formatted(day, opening, in, consumed, closing);
  }
}
