package org.qingmen.engine;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.qingmen.model.BarrierRaise;
import org.qingmen.model.Direction;
import org.qingmen.model.EmissionStage;
import org.qingmen.model.Fuel;
import org.qingmen.model.GatePassage;
import org.qingmen.model.Plate;
import org.qingmen.model.PlateColour;
import org.qingmen.model.Usage;
import org.qingmen.model.Vehicle;
import org.qingmen.model.Vin;
import org.qingmen.spi.facts.Control;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.facts.KnownVehicle;
import org.qingmen.spi.facts.Listed;
import org.qingmen.spi.facts.NamedUnit;
import org.qingmen.spi.facts.Passage;
import org.qingmen.spi.facts.PassageFacts;
import org.qingmen.spi.facts.Traffic;

/** Passages of every sort, the same ones for the same seed. */
public final class RandomPassages {

  private static final List<String> TYPES = List.of("Q11", "H12", "H21", "H31", "Z51", "K11");
  private static final List<String> PLATES =
      List.of("冀B12345", "冀B88888", "京A1D234", "冀AD12345", "冀B1234挂", "XX", "津C99999");
  private static final List<String> VINS = List.of("1M8GDM9AXKP042788", "LZZ5ELND6BA123456", "BAD");
  private static final List<String> STAGES = List.of("X", "0", "3", "4", "5", "6", "D");

  private final Random random;

  public RandomPassages(long seed) {
    random = new Random(seed);
  }

  /** The next one. */
  public PassageFacts next() {
    OffsetDateTime at =
        OffsetDateTime.parse("2026-10-01T08:00:00+08:00").plusMinutes(random.nextInt(40_000));
    GatePassage passage =
        new GatePassage(
            TestFacts.CEMENT_WORKS.id(),
            "A01-" + random.nextInt(1 << 30),
            "A",
            "A01",
            "1",
            one(List.of(Direction.values())),
            at,
            new Plate(maybe(one(PLATES), 9), one(List.of(PlateColour.values()))),
            vehicle(),
            maybe("铁矿石", 7),
            maybe(random.nextInt(700) / 10.0, 8),
            maybe(one(List.of(BarrierRaise.values())), 7),
            Map.of(),
            random.nextInt(10) == 0,
            null);
    List<Control> controls = new ArrayList<>();
    if (random.nextInt(3) > 0) {
      controls.add(control());
    }
    return new PassageFacts(
        new Passage(passage, at.plusSeconds(random.nextInt(9000) - 600).toInstant()),
        enterprise(),
        random.nextInt(12) == 0
            ? List.of(new Listed("V1", "plate", "超标", "局", at.minusDays(3).toInstant(), null))
            : List.of(),
        controls,
        maybe(known(), 6),
        traffic());
  }

  private Enterprise enterprise() {
    return new Enterprise(
        TestFacts.CEMENT_WORKS.id(),
        "示例",
        one(List.of("130203", "130102", "410100")),
        List.of("I15"),
        maybe("A", 5));
  }

  private Vehicle vehicle() {
    return new Vehicle(
        maybe(one(TYPES), 8),
        null,
        random.nextInt(5) == 0 ? null : new Vin(one(VINS)),
        maybe(one(List.of("WP10H400", "?", "D12")), 7),
        maybe(LocalDate.of(2010 + random.nextInt(18), 1 + random.nextInt(12), 3), 7),
        maybe(one(List.of(Fuel.values())), 9),
        maybe(one(List.of(EmissionStage.values())), 9),
        "ZZ4257",
        null,
        maybe(one(List.of(Usage.values())), 7),
        maybe(10 + random.nextInt(300) / 10.0, 7),
        true,
        maybe(one(List.of("CN QQ G6 Z2 A1234", "X")), 3));
  }

  private Control control() {
    return new Control(
        "P1",
        "管控",
        one(List.of("yellow", "orange", "red")),
        random.nextInt(8) == 0,
        random.nextInt(8) - 1,
        random.nextInt(8) - 1,
        random.nextInt(8) - 1,
        one(List.of("all", "heavy", "heavy,medium")),
        random.nextBoolean() ? List.of("special") : List.of(),
        random.nextBoolean() ? List.of("冀B88888", "M1") : List.of(),
        maybe(one(List.of("deny", "warn", "allow")), 5),
        maybe(random.nextInt(30), 3),
        random.nextInt(6) - 1);
  }

  private KnownVehicle known() {
    return new KnownVehicle(
        maybe(one(VINS), 6),
        maybe(one(PLATES), 8),
        maybe("WP10H400", 6),
        maybe(one(STAGES), 8),
        maybe("diesel", 6),
        maybe("2019-05-03", 6));
  }

  private Traffic traffic() {
    return new Traffic(
        random.nextBoolean(),
        maybe(one(PLATES), 2),
        maybe(random.nextInt(600) / 10.0, 4),
        maybe("U9", 1),
        maybe((long) random.nextInt(200_000), 4),
        maybe("A02", 3),
        maybe((long) random.nextInt(600), 5),
        maybe(one(List.of("130203", "110101")), 3),
        maybe((long) random.nextInt(9000), 5),
        random.nextInt(6) == 0
            ? new NamedUnit("machine", "M1", maybe("冀B-001", 5), null, maybe(one(STAGES), 7))
            : null,
        maybe(random.nextInt(40), 5));
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** The value in so many cases of ten, else null. */
  private <T> T maybe(T value, int ofTen) {
    return random.nextInt(10) < ofTen ? value : null;
  }
}
