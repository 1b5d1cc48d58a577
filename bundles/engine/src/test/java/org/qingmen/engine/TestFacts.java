package org.qingmen.engine;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
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
import org.qingmen.spi.facts.GradingFacts;
import org.qingmen.spi.facts.KnownVehicle;
import org.qingmen.spi.facts.LedgerState;
import org.qingmen.spi.facts.Listed;
import org.qingmen.spi.facts.MassGroup;
import org.qingmen.spi.facts.Passage;
import org.qingmen.spi.facts.PassageFacts;
import org.qingmen.spi.facts.SpurPlan;
import org.qingmen.spi.facts.Traffic;
import org.qingmen.spi.facts.TripGroup;
import org.qingmen.spi.facts.UnitGroup;

/** Facts as tests need them. */
final class TestFacts {

  static final Enterprise CEMENT_WORKS =
      new Enterprise("91130200700000001K001P", "示例水泥厂", "130203", List.of("I15"), "A");

  private TestFacts() {}

  /** A heavy diesel truck that says much of itself. */
  static PassageFacts truck(EmissionStage stage, String time) {
    return truck(stage, time, List.of(orange(5)));
  }

  static PassageFacts truck(EmissionStage stage, String time, List<Control> controls) {
    OffsetDateTime at = OffsetDateTime.parse(time);
    Vehicle vehicle =
        new Vehicle(
            "Q11",
            "flatbed",
            new Vin("1M8GDM9AXKP042788"),
            "WP10H400",
            LocalDate.of(2019, 5, 1),
            Fuel.DIESEL,
            stage,
            "ZZ4257",
            "示例车队",
            Usage.FREIGHT,
            30.0,
            true);
    GatePassage passage =
        new GatePassage(
            CEMENT_WORKS.id(),
            "A01-20261001-000017",
            "A",
            "A01",
            "1",
            Direction.IN,
            at,
            new Plate("冀B12345", PlateColour.YELLOW),
            vehicle,
            "铁矿石",
            33.5,
            BarrierRaise.AUTOMATIC,
            Map.of("head", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
            false,
            null);
    return new PassageFacts(
        new Passage(passage, at.plusSeconds(3).toInstant()),
        CEMENT_WORKS,
        List.of(new Listed("V1", "plate", "尾气超标", "唐山市生态环境局", at.minusDays(3).toInstant(), null)),
        controls,
        new KnownVehicle(null, "冀B12345", "WP10H400", stage.code(), "diesel", "2019-05-01"),
        new Traffic(true, null, 33.0, null));
  }

  static Control orange(int minimumStage) {
    return new Control(
        "P1",
        "橙色预警管控",
        "orange",
        false,
        minimumStage,
        minimumStage,
        -1,
        "heavy",
        List.of("special"),
        List.of("冀B88888"),
        "deny");
  }

  static GradingFacts month(String industry, List<TripGroup> trips, List<MassGroup> masses) {
    return new GradingFacts(
        CEMENT_WORKS,
        industry,
        LocalDate.of(2026, 10, 1),
        LocalDate.of(2026, 10, 31),
        trips,
        masses,
        2000,
        List.of(
            new UnitGroup("in-plant", "6", "diesel", false, 3),
            new UnitGroup("nrmm", "3", "diesel", false, 2)),
        new LedgerState(100, 0));
  }

  /** The same with a rail spur planned that brings a clean share. */
  static GradingFacts planning(GradingFacts facts, double share) {
    return new GradingFacts(
        facts.enterprise(),
        facts.industry(),
        facts.branch(),
        facts.from(),
        facts.to(),
        facts.trips(),
        facts.masses(),
        facts.roadTonnes(),
        facts.units(),
        facts.ledgers(),
        List.of(
            new SpurPlan(
                "ZX-01",
                LocalDate.of(2028, 3, 1),
                share,
                LocalDate.of(2026, 3, 1),
                LocalDate.of(2028, 3, 1))));
  }

  static TripGroup trips(String stage, long count) {
    return new TripGroup(
        stage, "diesel", false, "freight", "Q11", null, "铁矿石", count, count * 30.0);
  }
}
