package org.qingmen.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qingmen.store.testing.PassageEntry.CEMENT;
import static org.qingmen.store.testing.PassageEntry.in;
import static org.qingmen.store.testing.PassageEntry.out;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qingmen.spi.journal.JournalEntry.Kind;
import org.qingmen.store.testing.Databases;
import org.qingmen.store.testing.PassageEntry;
import org.qingmen.store.testing.StoreFixture;

class PassageStoreTest {

  private static PassageQuery all(String cursor, int limit) {
    return new PassageQuery(
        null, null, null, null, null, null, null, null, null, null, cursor, limit);
  }

  private static PassageQuery finding(String code) {
    return new PassageQuery(null, null, null, null, null, null, null, null, null, code, null, 10);
  }

  @ParameterizedTest
  @EnumSource
  void aPassageIsFoundByItsReceiptWithEverythingThatIsQueried(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      PassageEntry entry =
          in("S1", "2026-10-01T08:00:00.250").verdict("deny").finding("vin.check").finding("x");
      store.receive(entry);

      StoredPassage found = store.passages.find(entry.receipt()).orElseThrow();
      assertThat(found.position()).isEqualTo(1);
      assertThat(found.enterprise()).isEqualTo(CEMENT);
      assertThat(found.time()).isEqualTo("2026-10-01T08:00:00.250+08:00");
      assertThat(found.plate()).isEqualTo("冀B12345");
      assertThat(found.tonnes()).isEqualTo(33.5);
      assertThat(found.cargo()).isEqualTo("铁矿石");
      assertThat(found.verdict()).isEqualTo("deny");
      assertThat(found.findings()).containsExactly("vin.check", "x");
      assertThat(store.passages.find("A".repeat(26))).isEmpty();
      assertThat(store.passages.find("no receipt")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void pagesRunFromNewToOldAndStayRightWhileRecordsArrive(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      for (int i = 0; i < 5; i++) {
        store.receive(in("S" + i, "2026-10-01T08:00:0" + i / 2));
      }
      Page<StoredPassage> first = store.passages.list(all(null, 2));
      store.receive(in("late", "2026-10-01T09:00:00"));
      Page<StoredPassage> second = store.passages.list(all(first.next(), 2));
      Page<StoredPassage> third = store.passages.list(all(second.next(), 2));

      List<StoredPassage> read = new ArrayList<>(first.items());
      read.addAll(second.items());
      read.addAll(third.items());
      assertThat(read)
          .extracting(StoredPassage::serial)
          .containsExactly("S4", "S3", "S2", "S1", "S0");
      assertThat(third.next()).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyFilterRestricts(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      store.receive(
          in("a", "2026-10-01T08:00:00").finding("vin.check"),
          out("b", "2026-10-01T09:00:00").plate("晋A00001", "yellow").verdict("warn"),
          in("c", "2026-10-02T08:00:00").vehicle("6", "diesel", "freight").vin("LVIN"),
          in("d", "2026-10-02T09:00:00").enterprise("E2", "140101"));

      assertThat(serials(store, finding("vin.check"))).containsExactly("a");
      assertThat(serials(store, query("E2", null, null, null, null, null, null)))
          .containsExactly("d");
      assertThat(serials(store, query(null, "1302", null, null, null, null, null)))
          .containsExactly("c", "b", "a");
      assertThat(serials(store, query(null, "1", null, null, null, null, null)))
          .containsExactly("d", "c", "b", "a");
      assertThat(serials(store, query("E2", "1302", null, null, null, null, null))).isEmpty();
      assertThat(serials(store, query(null, null, "晋A00001", null, null, null, null)))
          .containsExactly("b");
      assertThat(serials(store, query(null, null, null, "LVIN", null, null, null)))
          .containsExactly("c");
      assertThat(serials(store, query(null, null, null, null, "6", null, null)))
          .containsExactly("c");
      assertThat(serials(store, query(null, null, null, null, null, "out", null)))
          .containsExactly("b");
      assertThat(serials(store, query(null, null, null, null, null, null, "warn")))
          .containsExactly("b");
      assertThat(serials(store, query(CEMENT, null, null, null, null, null, "warn")))
          .containsExactly("b");
      assertThat(serials(store, query(null, "14", null, null, null, null, "warn"))).isEmpty();
      assertThat(serials(store, query(null, null, null, null, null, null, "allow")))
          .containsExactly("d", "c", "a");
    }
  }

  @ParameterizedTest
  @EnumSource
  void theFirstRecordOfAReceiptStands(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      PassageEntry first = in("S1", "2026-10-01T08:00:00").contentHash("a".repeat(64));
      store.receive(first, in("S1", "2026-10-01T08:00:00").contentHash("b".repeat(64)));
      store.receive(in("S1", "2026-10-01T08:00:00"), in("S2", "2026-10-01T08:01:00"));

      Map<String, KnownRecord> known =
          store.passages.knownReceipts(List.of(first.receipt(), "Z".repeat(26)));
      assertThat(known).containsOnlyKeys(first.receipt());
      assertThat(known.get(first.receipt()).position()).isEqualTo(1);
      assertThat(known.get(first.receipt()).sameContent("a".repeat(64))).isTrue();
      assertThat(known.get(first.receipt()).sameContent("b".repeat(64))).isFalse();
      assertThat(store.passages.list(all(null, 10)).items()).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void recentTrafficAndReceiptsWarmTheCaches(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      PassageEntry old = in("old", "2026-09-01T08:00:00");
      PassageEntry fresh = out("new", "2026-10-01T08:00:00");
      store.receive(old, fresh);

      List<String> receipts = new ArrayList<>();
      store.passages.forEachReceipt(receipts::add);
      assertThat(receipts).containsExactlyInAnyOrder(old.receipt(), fresh.receipt());
      List<RecentPassage> recent = new ArrayList<>();
      store.passages.recentEntries(Instant.parse("2026-09-30T00:00:00Z"), recent::add);
      assertThat(recent)
          .containsExactly(
              new RecentPassage(
                  CEMENT,
                  "冀B12345",
                  "yellow",
                  "LZZ1CLVB7AA000001",
                  "out",
                  Instant.parse("2026-10-01T00:00:00Z"),
                  fresh.receipt(),
                  "Q11",
                  "allow"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEntryThatCannotBeReadDoesNotHoldUpTheOthers(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      PassageEntry good = in("S1", "2026-10-01T08:00:00");
      store.receive(Kind.PASSAGE, "{\"kind\":\"passage\"}");
      store.receive(Kind.PASSAGE, "no json");
      store.receive(in("too-long", "2026-10-01T08:00:00").enterprise("E".repeat(99), "13"), good);

      assertThat(store.passages.find(good.receipt())).isPresent();
      assertThat(store.projection.lag()).isEqualTo(new Projection.Lag(0, 0));
    }
  }

  @ParameterizedTest
  @EnumSource
  void messagesInQuarantineWaitForAPerson(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      store.receive(
          Kind.QUARANTINE,
          "{\"source\":\"10.1.2.3\",\"protocol\":\"vzenith\",\"reason\":\"unknown-device\"}");

      QuarantinedMessage message = store.quarantine.list(true, null, null, 10).items().get(0);
      assertThat(message.id()).isEqualTo("Q1");
      assertThat(message.size()).isEqualTo(7);
      store.quarantine.resolve("Q1", "user:zhang", "registered");
      store.projection.rebuild();
      store.receive(in("S1", "2026-10-01T08:00:00"));
      assertThat(store.quarantine.list(true, null, null, 10).items()).isEmpty();
      assertThat(store.quarantine.find("Q1").orElseThrow().resolvedBy()).isEqualTo("user:zhang");
    }
  }

  private static List<String> serials(StoreFixture store, PassageQuery query) {
    return store.passages.list(query).items().stream().map(StoredPassage::serial).toList();
  }

  private static PassageQuery query(
      String enterprise,
      String division,
      String plate,
      String vin,
      String stage,
      String direction,
      String verdict) {
    return new PassageQuery(
        enterprise, division, plate, vin, null, null, stage, direction, verdict, null, null, 10);
  }
}
