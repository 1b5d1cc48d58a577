package org.qingmen.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qingmen.store.testing.PassageEntry.CEMENT;
import static org.qingmen.store.testing.PassageEntry.in;
import static org.qingmen.store.testing.PassageEntry.out;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qingmen.spi.journal.JournalEntry;
import org.qingmen.store.StatisticsQuery.Group;
import org.qingmen.store.testing.Databases;
import org.qingmen.store.testing.PassageEntry;
import org.qingmen.store.testing.StoreFixture;

/** Corrections stand beside what they correct, and everything counted moves with them. */
class CorrectionsTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
  private static final OffsetDateTime BEGIN = OffsetDateTime.parse("2026-10-01T00:00:00+08:00");
  private static final Duration WINDOW = Duration.ofDays(7);
  private static final List<String> STAGES = List.of("3", "4", "5", "6");

  private static PassageEntry correction(PassageEntry of, PassageEntry made) {
    return made.corrects(of.receipt());
  }

  @ParameterizedTest
  @EnumSource
  void theCorrectedRecordCountsAndTheFirstOneStaysReadable(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      PassageEntry first = in("1", "2026-10-01T08:00:00").vehicle("6", "diesel", "freight");
      PassageEntry second =
          correction(first, in("C1-1", "2026-10-01T08:00:00").vehicle("4", "diesel", "freight"));
      store.receive(first);
      store.receive(second);

      assertThat(store.passages.find(first.receipt()).orElseThrow().stage()).isEqualTo("6");
      assertThat(store.passages.find(second.receipt()).orElseThrow().stage()).isEqualTo("4");
      assertThat(store.chains.chain(first.receipt()))
          .extracting(PassageChains.Link::receipt, PassageChains.Link::standing)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(first.receipt(), false),
              org.assertj.core.groups.Tuple.tuple(second.receipt(), true));
      assertThat(store.chains.chain(second.receipt()))
          .isEqualTo(store.chains.chain(first.receipt()));
      assertThat(counted(store)).isEqualTo(Map.of("2026-10-01|4", "1/1"));
      assertThat(store.passages.knownReceipts(List.of(first.receipt(), second.receipt())))
          .hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRecordThatWasCorrectedDoesNotComeBackWhenItIsSentAgain(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      PassageEntry first = in("1", "2026-10-01T08:00:00");
      store.receive(first);
      store.receive(correction(first, in("C1-1", "2026-10-01T08:00:00").plate("冀B1", "yellow")));
      store.receive(in("1", "2026-10-01T08:00:00"));
      assertThat(counted(store)).isEqualTo(Map.of("2026-10-01|5", "1/1"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aGradeOfTheTimeBeforeStillRestsOnWhatWasKnownThen(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      PassageEntry first = in("1", "2026-10-01T08:00:00").vehicle("6", "diesel", "freight");
      store.receive(first);
      store.receive(
          correction(first, in("C1-1", "2026-10-01T08:00:00").vehicle("3", "diesel", "freight"))
              .receivedAt("2026-10-09T00:00:00Z"));
      assertThat(stages(store, Instant.parse("2026-10-08T00:00:00Z"))).containsExactly("6");
      assertThat(stages(store, Instant.parse("2026-10-10T00:00:00Z"))).containsExactly("3");
      assertThat(stages(store, null)).containsExactly("3");
    }
  }

  private static List<String> stages(StoreFixture store, Instant asOf) {
    return store.statistics.gradingInputs(CEMENT, FIRST, LAST, asOf).trips().stream()
        .map(group -> group.stage())
        .toList();
  }

  @Test
  void anExitIsATripAgainWhenItsEntryTurnsOutToBeAnotherVehicles() throws Exception {
    try (StoreFixture store = new StoreFixture(Databases.H2.create())) {
      PassageEntry entry = in("1", "2026-10-01T08:00:00");
      store.receive(entry, out("2", "2026-10-01T10:00:00"));
      assertThat(counted(store)).isEqualTo(Map.of("2026-10-01|5", "1/2"));
      store.receive(
          correction(entry, in("C1-1", "2026-10-01T08:00:00").plate("冀B99999", "yellow")));
      assertThat(counted(store)).isEqualTo(Map.of("2026-10-01|5", "2/2"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void afterAThousandRandomCorrectionsEverythingCountedEqualsARecount(Databases kind)
      throws Exception {
    Random random = new Random(5);
    try (StoreFixture store = new StoreFixture(kind.create())) {
      List<Sent> standing = new ArrayList<>();
      int serial = 0;
      for (int round = 0; round < 50; round++) {
        List<JournalEntry> batch = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
          boolean correct = i % 2 == 1 && !standing.isEmpty();
          Sent sent = Sent.any(random, "S" + serial++);
          if (correct) {
            Sent old = standing.remove(random.nextInt(standing.size()));
            batch.add(sent.entry().corrects(old.entry().receipt()).entry());
          } else {
            batch.add(sent.entry().entry());
          }
          standing.add(sent);
        }
        store.append(batch.toArray(JournalEntry[]::new));
        assertThat(counted(store)).as("round %s", round).isEqualTo(recount(standing));
      }
      Map<String, String> before = counted(store);
      store.projection.rebuild();
      assertThat(store.projection.awaitPosition(store.journal.end(), Duration.ofSeconds(60)))
          .isTrue();
      assertThat(counted(store)).as("projected again").isEqualTo(before);
    }
  }

  /** Trips and passages by day and stage, from the rollups by day; those by month must agree. */
  private static Map<String, String> counted(StoreFixture store) {
    Map<String, String> counts = new TreeMap<>();
    long trips = 0;
    long passages = 0;
    for (StatisticsRow row : ask(store, Group.DAY, Group.STAGE)) {
      counts.put(String.join("|", row.values()), row.trips() + "/" + row.passages());
      trips += row.trips();
      passages += row.passages();
    }
    long monthTrips = 0;
    long monthPassages = 0;
    for (StatisticsRow row : ask(store, Group.MONTH, Group.STAGE)) {
      monthTrips += row.trips();
      monthPassages += row.passages();
    }
    assertThat(monthTrips + "/" + monthPassages).isEqualTo(trips + "/" + passages);
    return counts;
  }

  private static List<StatisticsRow> ask(StoreFixture store, Group... groups) {
    return store.statistics.query(new StatisticsQuery(List.of(groups), FIRST, LAST, null, null));
  }

  /** The oracle: an exit is a trip when no standing entry lies in the seven days before it. */
  private static Map<String, String> recount(List<Sent> standing) {
    Map<String, long[]> sums = new TreeMap<>();
    for (Sent sent : standing) {
      boolean covered =
          standing.stream()
              .anyMatch(
                  other ->
                      other.in()
                          && other.plate().equals(sent.plate())
                          && !other.time().isAfter(sent.time())
                          && !other.time().isBefore(sent.time().minus(WINDOW)));
      long[] sum =
          sums.computeIfAbsent(sent.time().toLocalDate() + "|" + sent.stage(), key -> new long[2]);
      sum[0] += sent.in() || !covered ? 1 : 0;
      sum[1]++;
    }
    Map<String, String> counts = new TreeMap<>();
    sums.forEach((key, sum) -> counts.put(key, sum[0] + "/" + sum[1]));
    return counts;
  }

  private record Sent(String serial, boolean in, OffsetDateTime time, String plate, String stage) {

    static Sent any(Random random, String serial) {
      return new Sent(
          serial,
          random.nextBoolean(),
          BEGIN.plusMinutes(random.nextInt(40 * 24 * 60)),
          "冀B0000" + random.nextInt(8),
          STAGES.get(random.nextInt(STAGES.size())));
    }

    PassageEntry entry() {
      String at = time.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
      return (in ? PassageEntry.in(serial, at) : PassageEntry.out(serial, at))
          .plate(plate, "yellow")
          .vehicle(stage, "diesel", "freight")
          .receivedAt("2026-12-01T00:00:00Z");
    }
  }
}
