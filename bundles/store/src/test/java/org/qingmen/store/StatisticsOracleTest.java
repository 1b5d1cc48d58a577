package org.qingmen.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qingmen.store.StatisticsQuery.Group;
import org.qingmen.store.testing.Databases;
import org.qingmen.store.testing.PassageEntry;
import org.qingmen.store.testing.StoreFixture;

/** Statistics are right to the unit: random records, counted one by one. */
class StatisticsOracleTest {

  private static final int RECORDS = 1_500;
  private static final int CORRECTIONS = 100;
  private static final int QUESTIONS = 150;

  private final Random random = new Random(20261123);
  private final List<CountedRecord> records =
      new ArrayList<>(
          IntStream.range(0, RECORDS).mapToObj(i -> CountedRecord.random(random, i)).toList());
  private List<Boolean> trips = trips();
  private final Map<String, List<String>> industries =
      new HashMap<>(
          Map.of("E1", List.of("I01"), "E2", List.of("I01", "I15"), "E3", List.of("I15")));
  private final Map<String, String> moved = new HashMap<>();

  private record Question(
      List<Group> groups, LocalDate from, LocalDate to, String division, String enterprise) {}

  @ParameterizedTest
  @EnumSource
  void theRollupsSayWhatAFullCountSays(Databases kind) throws Exception {
    try (StoreFixture store = received(kind)) {
      compare(store);
      store.awaitAreas();
      compare(store);
    }
  }

  @ParameterizedTest
  @EnumSource
  void soTheyDoAfterCorrectionsAndARebuild(Databases kind) throws Exception {
    try (StoreFixture store = received(kind)) {
      store.awaitAreas();
      for (int i = 0; i < CORRECTIONS; i++) {
        int old = random.nextInt(RECORDS);
        CountedRecord better = CountedRecord.random(random, RECORDS + i);
        store.receive(better.entry().corrects(records.get(old).entry().receipt()));
        records.set(old, better);
      }
      trips = trips();
      compare(store);
      store.projection.rebuild();
      assertThat(store.projection.awaitPosition(store.journal.end(), Duration.ofSeconds(30)))
          .isTrue();
      compare(store);
      store.awaitAreas();
      compare(store);
    }
  }

  @ParameterizedTest
  @EnumSource
  void soTheyDoWhenEnterprisesMoveAndChangeTheirIndustries(Databases kind) throws Exception {
    try (StoreFixture store = received(kind)) {
      store.awaitAreas();
      moved.putAll(Map.of("E2", "140101", "E4", "130205", "E5", "130203"));
      industries.put("E2", List.of("I15", "I20"));
      industries.put("E4", List.of("I33"));
      industries.put("E1", List.of());
      for (String enterprise : List.of("E1", "E2", "E4", "E5")) {
        register(store, enterprise);
      }
      store.registry.delete("enterprise", "E3", "test");
      industries.remove("E3");
      compare(store);
      store.awaitAreas();
      compare(store);
    }
  }

  private StoreFixture received(Databases kind) throws Exception {
    StoreFixture store = new StoreFixture(kind.create());
    industries.keySet().forEach(enterprise -> register(store, enterprise));
    for (int i = 0; i < RECORDS; i += 100) {
      store.receive(
          records.subList(i, i + 100).stream()
              .map(CountedRecord::entry)
              .toArray(PassageEntry[]::new));
    }
    return store;
  }

  private void register(StoreFixture store, String enterprise) {
    String codes =
        industries.getOrDefault(enterprise, List.of()).stream()
            .map("{\"code\":\"%s\"}"::formatted)
            .collect(Collectors.joining(","));
    store.registry.put(
        new Draft(
            "enterprise",
            enterprise,
            enterprise,
            moved.get(enterprise),
            "{\"industries\":[" + codes + "]}"),
        "test");
  }

  private void compare(StoreFixture store) {
    for (int i = 0; i < QUESTIONS; i++) {
      Question asked = question(i);
      assertThat(answered(store, asked)).as("%s", asked).isEqualTo(counted(asked));
    }
  }

  private List<Boolean> trips() {
    return records.stream().map(one -> one.trip(records)).toList();
  }

  private String division(CountedRecord one) {
    return moved.getOrDefault(one.enterprise(), one.division());
  }

  private Question question(int number) {
    List<Group> all = new ArrayList<>(EnumSet.allOf(Group.class));
    Collections.shuffle(all, random);
    LocalDate from = LocalDate.of(2025, 8, 1).plusDays(random.nextInt(300));
    LocalDate to = from.plusDays(random.nextInt(250));
    if (number % 3 == 0) {
      from = from.withDayOfMonth(1);
      to = to.withDayOfMonth(to.lengthOfMonth());
    }
    String[] divisions = {null, "", "13", "1302", "130203", "14"};
    String[] enterprises = {null, null, null, "E1", "E4", "E9"};
    return new Question(
        all.subList(0, random.nextInt(5)),
        from,
        to,
        divisions[random.nextInt(divisions.length)],
        enterprises[random.nextInt(enterprises.length)]);
  }

  private static Map<List<String>, List<Long>> answered(StoreFixture store, Question q) {
    Map<List<String>, List<Long>> answer = new HashMap<>();
    store
        .statistics
        .query(new StatisticsQuery(q.groups(), q.from(), q.to(), q.division(), q.enterprise()))
        .forEach(
            row ->
                answer.put(
                    row.values(),
                    List.of(row.passages(), row.trips(), Math.round(row.tonnes() * 1000))));
    return answer;
  }

  private Map<List<String>, List<Long>> counted(Question q) {
    Map<List<String>, long[]> sums = new HashMap<>();
    for (int i = 0; i < RECORDS; i++) {
      CountedRecord one = records.get(i);
      if (!counts(one, q)) {
        continue;
      }
      boolean byIndustry = q.groups().contains(Group.INDUSTRY);
      List<String> none = List.of("none");
      List<String> codes = industries.getOrDefault(one.enterprise(), none);
      for (String industry : byIndustry && !codes.isEmpty() ? codes : none) {
        List<String> key = q.groups().stream().map(g -> value(one, g, industry)).toList();
        long[] sum = sums.computeIfAbsent(key, k -> new long[3]);
        sum[0]++;
        sum[1] += trips.get(i) ? 1 : 0;
        sum[2] += one.kilograms();
      }
    }
    Map<List<String>, List<Long>> answer = new HashMap<>();
    sums.forEach((key, sum) -> answer.put(key, List.of(sum[0], sum[1], sum[2])));
    return answer;
  }

  private boolean counts(CountedRecord one, Question q) {
    LocalDate day = one.time().toLocalDate();
    return !day.isBefore(q.from())
        && !day.isAfter(q.to())
        && (q.division() == null || division(one).startsWith(q.division()))
        && (q.enterprise() == null || one.enterprise().equals(q.enterprise()));
  }

  private String value(CountedRecord one, Group group, String industry) {
    return switch (group) {
      case ENTERPRISE -> one.enterprise();
      case INDUSTRY -> industry;
      case DIVISION -> division(one);
      case DAY -> one.time().toLocalDate().toString();
      case MONTH -> one.time().toLocalDate().toString().substring(0, 7);
      case YEAR -> String.valueOf(one.time().getYear());
      case STAGE -> one.stage();
      case FUEL -> one.fuel();
      case DIRECTION -> one.in() ? "in" : "out";
      case VERDICT -> one.verdict();
      case HEAVY -> String.valueOf(one.heavy());
      case NEW_ENERGY -> String.valueOf(one.newEnergy());
      case USAGE -> one.usage();
    };
  }
}
