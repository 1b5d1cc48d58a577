package org.qingmen.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qingmen.store.testing.PassageEntry.in;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qingmen.store.testing.Databases;
import org.qingmen.store.testing.PassageEntry;
import org.qingmen.store.testing.StoreFixture;

/** Every field restricts, in any combination; random questions against reading all records. */
class PassageFilterTest {

  private static final int RECORDS = 1_000;
  private static final int QUESTIONS = 120;

  private final Random random = new Random(20261124);
  private final List<CountedRecord> records =
      IntStream.range(0, RECORDS).mapToObj(i -> CountedRecord.random(random, i)).toList();

  private record Question(
      String platePattern,
      String colour,
      String fuel,
      String usage,
      String type,
      Double tonnesFrom,
      Double tonnesTo,
      Boolean newEnergy,
      String division,
      Instant from) {

    PassageQuery query(String cursor) {
      PassageFilter filter =
          new PassageFilter(
              platePattern,
              null,
              colour,
              null,
              null,
              fuel,
              usage,
              type,
              null,
              tonnesFrom,
              tonnesTo,
              newEnergy,
              null,
              null,
              null,
              null);
      return new PassageQuery(
          null, division, null, null, from, null, null, null, null, null, filter, cursor, 40);
    }

    boolean fits(CountedRecord one) {
      List<Predicate<CountedRecord>> conditions = new ArrayList<>();
      conditions.add(r -> platePattern == null || like(r.plate()));
      conditions.add(r -> colour == null || colour.equals(r.colour()));
      conditions.add(r -> fuel == null || fuel.equals(r.fuel()));
      conditions.add(r -> usage == null || usage.equals(r.usage()));
      conditions.add(r -> type == null || (r.type() != null && r.type().startsWith(type)));
      conditions.add(r -> tonnesFrom == null || r.kilograms() >= tonnesFrom * 1000);
      conditions.add(r -> tonnesTo == null || r.kilograms() <= tonnesTo * 1000);
      conditions.add(r -> newEnergy == null || newEnergy == r.newEnergy());
      conditions.add(r -> division == null || r.division().startsWith(division));
      conditions.add(r -> from == null || !passed(r).isBefore(from));
      return conditions.stream().allMatch(condition -> condition.test(one));
    }

    private boolean like(String plate) {
      return plate.matches(platePattern.replace("*", ".*"));
    }
  }

  private static Instant passed(CountedRecord one) {
    return one.time().toInstant(ZoneOffset.ofHours(8));
  }

  @ParameterizedTest
  @EnumSource
  void anyCombinationFindsWhatReadingEverythingFinds(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      for (int i = 0; i < RECORDS; i += 100) {
        store.receive(
            records.subList(i, i + 100).stream()
                .map(CountedRecord::entry)
                .toArray(PassageEntry[]::new));
      }
      for (int i = 0; i < QUESTIONS; i++) {
        Question asked = question();
        List<String> expected =
            records.stream()
                .filter(asked::fits)
                .sorted(Comparator.comparing(PassageFilterTest::passed).reversed())
                .map(CountedRecord::serial)
                .toList();
        assertThat(all(store, asked)).as("%s", asked).containsExactlyInAnyOrderElementsOf(expected);
      }
    }
  }

  private static List<String> all(StoreFixture store, Question asked) {
    List<String> found = new ArrayList<>();
    String cursor = null;
    do {
      Page<StoredPassage> page = store.passages.list(asked.query(cursor));
      page.items().forEach(item -> found.add(item.serial()));
      cursor = page.next();
    } while (cursor != null);
    return found;
  }

  private Question question() {
    return new Question(
        maybe("冀B0000*", "冀B*1", "*002*", "冀*", "晋*", "冀B00012"),
        maybe("yellow", "green"),
        maybe("diesel", "electric"),
        maybe("freight", "passenger"),
        maybe("H1", "Q11", "Z"),
        maybe(10.0, 30.5),
        maybe(40.0, 55.0),
        maybe(true, false),
        maybe("1302", "14", "13"),
        maybe(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2025-12-01T00:00:00Z")));
  }

  @SafeVarargs
  private <T> T maybe(T... choices) {
    return random.nextInt(3) > 0 ? null : choices[random.nextInt(choices.length)];
  }

  @ParameterizedTest
  @EnumSource
  void goodsBarriersIndustryTripsAndReceiptRestrict(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      String steel = "{\"industries\":[{\"code\":\"I01\"}]}";
      store.registry.put(new Draft("enterprise", "E1", "E1", "130203", steel), "test");
      store.receive(
          in("a", "2026-10-01T08:00:00").enterprise("E1", "130203").cargo("100%粉煤灰", 1),
          in("b", "2026-10-02T08:00:00").cargo("煤", 1).receivedAt("2026-10-05T00:00:00Z"));

      assertThat(serials(store, with("粉煤", null, null, null, null))).containsExactly("a");
      assertThat(serials(store, with("0%粉", null, null, null, null))).containsExactly("a");
      assertThat(serials(store, with("_", null, null, null, null))).isEmpty();
      assertThat(serials(store, with(null, "I01", null, null, null))).containsExactly("a");
      assertThat(serials(store, with(null, "I99", null, null, null))).isEmpty();
      assertThat(serials(store, with(null, null, Set.of("A01", "B"), null, null)))
          .containsExactly("b", "a");
      assertThat(serials(store, with(null, null, Set.of(), null, null))).isEmpty();
      assertThat(serials(store, with(null, null, null, false, null))).isEmpty();
      assertThat(
              serials(store, with(null, null, null, null, Instant.parse("2026-10-04T00:00:00Z"))))
          .containsExactly("b");
    }
  }

  private static PassageFilter with(
      String cargo, String industry, Set<String> barriers, Boolean trip, Instant received) {
    return new PassageFilter(
        null, null, null, industry, barriers, null, null, null, cargo, null, null, null, null, trip,
        received, null);
  }

  private static List<String> serials(StoreFixture store, PassageFilter filter) {
    PassageQuery query =
        new PassageQuery(
            null, null, null, null, null, null, null, null, null, null, filter, null, 10);
    return store.passages.list(query).items().stream().map(StoredPassage::serial).toList();
  }
}
