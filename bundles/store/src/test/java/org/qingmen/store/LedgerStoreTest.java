package org.qingmen.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qingmen.store.testing.PassageEntry.CEMENT;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qingmen.spi.journal.JournalEntry.Kind;
import org.qingmen.store.internal.read.EnterpriseDaysReader;
import org.qingmen.store.testing.Databases;
import org.qingmen.store.testing.StoreFixture;

class LedgerStoreTest {

  private static StoreFixture ledgers(Databases kind) throws Exception {
    StoreFixture store = new StoreFixture(kind.create());
    for (int day = 1; day <= 4; day++) {
      store.receive(
          Kind.LEDGER,
          """
          {"ledger":"materials","enterprise":"%s","date":"2026-10-0%d","material":"石灰石",\
          "opening":10,"in":5,"consumed":4,"closing":11}"""
              .formatted(CEMENT, day));
    }
    store.receive(
        Kind.LEDGER,
        """
        {"ledger":"weigh-ticket","enterprise":"E2","serial":"W1","time":"2026-10-01T08:00:00+08:00",\
        "gross":49.1,"tare":15.6,"net":33.5,"unit":"t","stable":true,"plate":"冀B12345"}""");
    return store;
  }

  private static LedgerQuery query(String cursor, int limit) {
    return new LedgerQuery("materials", CEMENT, null, null, null, cursor, limit);
  }

  @ParameterizedTest
  @EnumSource
  void rowsAreFoundListedAndDated(Databases kind) throws Exception {
    try (StoreFixture store = ledgers(kind)) {
      LedgerRow row = store.ledgers.find("materials", CEMENT, "2026-10-02/石灰石").orElseThrow();
      assertThat(row.sequence()).isEqualTo(2);
      assertThat(row.body()).contains("\"closing\":11");
      Page<LedgerRow> page = store.ledgers.list(query(null, 3));
      assertThat(page.items()).extracting(r -> r.day().getDayOfMonth()).containsExactly(4, 3, 2);
      assertThat(store.ledgers.list(query(page.next(), 3)).items()).hasSize(1);
      assertThat(store.ledgers.lastDay("materials", CEMENT, LocalDate.of(2026, 10, 3), null))
          .contains(LocalDate.of(2026, 10, 3));
      assertThat(store.ledgers.lastDay("dedicated-line", CEMENT, LocalDate.of(2026, 10, 3), null))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theFirstRowOfASerialStands(Databases kind) throws Exception {
    try (StoreFixture store = ledgers(kind)) {
      store.receive(
          Kind.LEDGER,
          "{\"ledger\":\"weigh-ticket\",\"enterprise\":\"E2\",\"serial\":\"W1\","
              + "\"date\":\"2026-10-09\"}");
      assertThat(store.ledgers.find("weigh-ticket", "E2", "W1").orElseThrow().day())
          .isEqualTo("2026-10-01");
      assertThat(store.ledgers.verify(null)).isEqualTo(ChainCheck.intact(5));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCorrectionIsARowBesideTheOldOneAndBothLieInTheChain(Databases kind) throws Exception {
    try (StoreFixture store = ledgers(kind)) {
      String corrected =
          """
          {"ledger":"materials","enterprise":"%s","date":"2026-10-02","material":"石灰石",\
          "opening":10,"in":7,"consumed":4,"closing":%d,\
          "corrects":{"serial":"2026-10-02/石灰石","reason":"抄错","by":"user:li"}}""";
      store.receive(Kind.LEDGER, corrected.formatted(CEMENT, 12));
      store.receive(Kind.LEDGER, corrected.formatted(CEMENT, 13));

      assertThat(store.ledgers.versions("materials", CEMENT, "2026-10-02/石灰石"))
          .extracting(row -> row.body().replaceAll("(?s).*\"closing\":([0-9]+).*", "$1"))
          .containsExactly("11", "12", "13");
      assertThat(store.ledgers.list(query(null, 10)).items())
          .as("the list shows what stands")
          .hasSize(4)
          .anySatisfy(row -> assertThat(row.body()).contains("\"closing\":13"))
          .noneSatisfy(row -> assertThat(row.body()).contains("\"closing\":12"));
      assertThat(store.ledgers.verify(CEMENT)).isEqualTo(ChainCheck.intact(6));
      store.tamper("UPDATE ledger_row SET body = REPLACE(body, ':12', ':99') WHERE number = 5");
      assertThat(store.ledgers.verify(CEMENT).brokenRow()).isEqualTo("ledger " + CEMENT + " row 5");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCorrectedLineIsSummedOnceAndAsItStands(Databases kind) throws Exception {
    String line =
        """
        {"ledger":"dedicated-line","enterprise":"E2","serial":"L1","date":"%s","mode":"rail",\
        "material":"铁矿石","direction":"in","tonnes":%d%s}""";
    String corrects = ",\"corrects\":{\"serial\":\"L1\",\"reason\":\"抄错\",\"by\":\"user:li\"}";
    try (StoreFixture store = ledgers(kind)) {
      store.receive(Kind.LEDGER, line.formatted("2026-10-01", 100, ""));
      store.receive(Kind.LEDGER, line.formatted("2026-10-02", 70, corrects));
      LocalDate first = LocalDate.of(2026, 10, 1);
      EnterpriseDaysReader days = new EnterpriseDaysReader(store.database);
      assertThat(days.masses("E2", first, first)).noneMatch(mass -> mass.tonnes() != 0);
      assertThat(days.masses("E2", first.plusDays(1), first.plusDays(1)))
          .singleElement()
          .satisfies(mass -> assertThat(mass.tonnes()).isEqualTo(70));
      assertThat(days.rows("dedicated-line", "E2", first, first.plusDays(1))).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAlteredRowIsNamed(Databases kind) throws Exception {
    try (StoreFixture store = ledgers(kind)) {
      store.tamper("UPDATE ledger_row SET body = REPLACE(body, ':11', ':12') WHERE number = 3");
      assertThat(store.ledgers.verify(CEMENT).brokenRow()).isEqualTo("ledger " + CEMENT + " row 3");
      assertThat(store.ledgers.verify("E2").intact()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRowTakenOutOrCutOffIsNamed(Databases kind) throws Exception {
    try (StoreFixture store = ledgers(kind)) {
      store.tamper("DELETE FROM ledger_row WHERE number = 4");
      assertThat(store.ledgers.verify(null).brokenRow()).isEqualTo("ledger " + CEMENT + " row 4");
      store.tamper("DELETE FROM ledger_row WHERE number = 1");
      assertThat(store.ledgers.verify(CEMENT).brokenRow()).isEqualTo("ledger " + CEMENT + " row 1");
    }
  }
}
