package org.qingmen.supervision.stages.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.qingmen.supervision.stages.Determination;
import org.qingmen.supervision.stages.StageQuestion;
import org.qingmen.supervision.stages.internal.StageOracle.Answer;
import org.qingmen.supervision.stages.internal.StageOracle.Asked;
import org.qingmen.supervision.stages.internal.StageOracle.Entry;
import org.qingmen.supervision.stages.internal.StageOracle.Vehicle;

@DisplayName("The determination of stages")
class StageOracleTest {

  private static final int CASES = 4_000;
  private static final String[] STAGES = {"0", "1", "2", "3", "4", "5", "6", "D"};
  private static final String YEARS = "ABCDEFGHJKLMNPRSTVWXY123456789";

  private final Random random = new Random(20261001);
  private final List<Vehicle> vehicles = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();
  private final List<String> vins = new ArrayList<>();

  @Test
  @DisplayName("agrees with a second, independent chain on four thousand random questions")
  void agreesWithTheOracle() {
    invent();
    try (StageOffice office = new StageOffice()) {
      fill(office);
      StageOracle oracle = new StageOracle(vehicles, entries);
      List<Asked> asked = new ArrayList<>();
      List<StageQuestion> questions = new ArrayList<>();
      for (int i = 0; i < CASES; i++) {
        asked.add(asked());
        questions.add(office.lists.question(values(asked.get(i))));
      }
      List<Determination> found = office.stages.determineAll(questions, "130200");
      TreeSet<String> kinds = new TreeSet<>();
      int suspicious = 0;
      for (int i = 0; i < CASES; i++) {
        Answer wanted = oracle.answer(asked.get(i));
        Determination got = found.get(i);
        String what = i + " " + asked.get(i) + " -> " + got.basis() + got.findings();
        assertThat(got.stage().code()).as(what).isEqualTo(wanted.stage());
        assertThat(wanted.kind().split(" ")).as(what).contains(got.basis().get(0).kind());
        assertThat(got.suspicious()).as(what).isEqualTo(wanted.suspicious());
        kinds.add(got.basis().get(0).kind());
        suspicious += got.suspicious() ? 1 : 0;
      }
      assertThat(kinds).as("every link of the chain decided somewhere").hasSize(13);
      assertThat(suspicious).isBetween(CASES / 10, CASES * 9 / 10);
    }
  }

  private void invent() {
    for (int i = 0; i < 60; i++) {
      vins.add("LZZ1CLVB7" + YEARS.charAt(random.nextInt(YEARS.length())) + "A%06d".formatted(i));
    }
    for (int i = 0; i < 30; i++) {
      String rests = pick("", "", "query", "registration", "statement");
      String plate = random.nextBoolean() ? "冀B%05d".formatted(i) : "冀BD%05d".formatted(i);
      String model = random.nextInt(4) == 0 ? null : "KN" + random.nextInt(4);
      vehicles.add(new Vehicle(vins.get(i), plate, model, stage(), rests));
    }
    for (int i = 0; i < 40; i++) {
      entries.add(new Entry("model", "AP" + random.nextInt(8), stage(), day()));
      String kind = pick("query", "list");
      entries.add(new Entry(kind, vins.get(20 + random.nextInt(40)), stage(), day()));
    }
    entries.add(new Entry("model", "AP9", "4", day()));
    for (int i = 0; i < 6; i++) {
      entries.add(new Entry("disclosure", disclosure(i), stage(), day()));
    }
  }

  private void fill(StageOffice office) {
    StringBuilder csv = new StringBuilder("目录类别,编号,排放阶段,日期,来源\n");
    entries.forEach(
        one ->
            csv.append(String.join(",", one.kind(), one.key(), one.stage(), one.date().toString()))
                .append(",试验\n"));
    assertThat(office.take(csv.toString()).rejected()).isEmpty();
    for (Vehicle one : vehicles) {
      String basis =
          one.rests().isEmpty()
              ? ""
              : ",\"stageBasis\":[{\"kind\":\"%s\",\"stage\":\"%s\"}]"
                  .formatted(one.rests(), one.stage());
      String model = one.model() == null ? "null" : "\"" + one.model() + "\"";
      office.vehicle(
          one.vin(),
          "{\"vin\":\"%s\",\"plate\":\"%s\",\"model\":%s,\"stage\":\"%s\"%s}"
              .formatted(one.vin(), one.plate(), model, one.stage(), basis));
    }
  }

  private Asked asked() {
    String unit = pick("road", "road", "in-plant", "machine");
    boolean road = unit.equals("road");
    return new Asked(
        unit,
        maybe(3, vins.get(random.nextInt(vins.size()))),
        maybe(4, pick("冀B%05d", "冀BD%05d", "晋A%05d").formatted(random.nextInt(40))),
        maybe(3, pick("Q11", "H31")),
        maybe(3, pick("yellow", "blue")),
        maybe(2, pick("diesel", "diesel", "gasoline", "natural-gas", "electric")),
        maybe(4, pick("AP", "KN") + random.nextInt(11)),
        maybe(2, day()),
        road ? null : maybe(3, stage() + "-AB%05d".formatted(random.nextInt(9))),
        maybe(6, disclosure(random.nextInt(12))),
        maybe(2, random.nextInt(20) == 0 ? "X" : stage()));
  }

  private static Map<String, String> values(Asked asked) {
    Map<String, String> values = new HashMap<>();
    values.put("unit", asked.unit());
    values.put("vin", asked.vin());
    values.put("plate", asked.plate());
    values.put("type", asked.type());
    values.put("colour", asked.colour());
    values.put("fuel", asked.fuel());
    values.put("model", asked.model());
    values.put("registered", asked.registered() == null ? null : asked.registered().toString());
    values.put("code", asked.code());
    values.put("disclosure", asked.disclosure());
    values.put("stage", asked.stated());
    values.values().removeIf(value -> value == null);
    return values;
  }

  /** Most of the time nothing: each question rests on little, so that every link decides. */
  private <T> T maybe(int oneIn, T value) {
    return random.nextInt(oneIn) == 0 ? value : null;
  }

  @SafeVarargs
  private <T> T pick(T... from) {
    return from[random.nextInt(from.length)];
  }

  private String stage() {
    return pick(STAGES);
  }

  private static String disclosure(int number) {
    return "CNFJG%d00ABCD%06d000000".formatted(number % 7, number);
  }

  private LocalDate day() {
    LocalDate[] edges = {
      LocalDate.of(2013, 7, 1), LocalDate.of(2014, 12, 31), LocalDate.of(2015, 1, 1),
      LocalDate.of(2017, 6, 30), LocalDate.of(2017, 7, 1), LocalDate.of(2021, 7, 1)
    };
    return random.nextInt(5) == 0
        ? pick(edges)
        : LocalDate.of(2000, 1, 1).plusDays(random.nextInt(9_600));
  }
}
