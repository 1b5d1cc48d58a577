package org.qingmen.supervision.control.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingmen.engine.Decider;
import org.qingmen.engine.RulesWorkbench;
import org.qingmen.model.Direction;
import org.qingmen.model.EmissionStage;
import org.qingmen.model.Fuel;
import org.qingmen.model.GatePassage;
import org.qingmen.model.Plate;
import org.qingmen.model.PlateColour;
import org.qingmen.model.Usage;
import org.qingmen.model.Vehicle;
import org.qingmen.spi.facts.Control;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.facts.Passage;
import org.qingmen.spi.facts.PassageFacts;
import org.qingmen.spi.facts.Traffic;

/**
 * Level x grade x industry x fuel x stage x class x exemption, through the shipped packs and the
 * real engine, against the table of alert measures as {@link AlertTable} writes it down.
 */
class MatrixTest {

  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-10-01T12:00:00+08:00");
  private static final List<String> TYPES =
      List.of("Q11", "H11", "Z51", "H21", "H31", "H41", "K11");
  private static final List<Usage> USAGES =
      List.of(Usage.FREIGHT, Usage.SPECIAL, Usage.DANGEROUS_GOODS, Usage.PASSENGER);
  private static final List<Fuel> FUELS =
      List.of(Fuel.DIESEL, Fuel.NATURAL_GAS, Fuel.LPG, Fuel.GASOLINE, Fuel.ELECTRIC);
  private static final List<EmissionStage> STAGES =
      List.of(
          EmissionStage.NONE,
          EmissionStage.III,
          EmissionStage.IV,
          EmissionStage.V,
          EmissionStage.VI);

  @TempDir static Path data;
  private static Bureau bureau;
  private static Decider decider;

  @BeforeAll
  static void anAlertOfEachLevelInAProvinceOfItsOwn() {
    bureau = new Bureau(data);
    decider = new RulesWorkbench().decider(ShippedRules.FOLDER.resolve("cn.gate"));
    AlertTable.DIVISIONS.forEach(
        (level, division) ->
            bureau.episodes.put(
                "e-" + level,
                """
                {"level": "%s", "divisions": ["%s"], "from": "2026-10-01T00:00:00+08:00"}"""
                    .formatted(level, division),
                Bureau.ZHANG));
  }

  @AfterAll
  static void close() {
    bureau.close();
  }

  @Test
  void everyCombinationIsDecidedAsTheTableSays() {
    List<String> wrong = new ArrayList<>();
    int count = 0;
    for (AlertTable.Row row : AlertTable.rows()) {
      Enterprise enterprise = row.enterprise();
      List<Control> controls = bureau.inForce.controls(enterprise, NOW.toInstant());
      for (String type : TYPES) {
        for (Usage usage : USAGES) {
          for (Fuel fuel : FUELS) {
            for (EmissionStage stage :
                fuel == Fuel.ELECTRIC ? List.of(EmissionStage.ELECTRIC) : STAGES) {
              String expected = row.verdict(type, usage, fuel, stage);
              String found = decide(enterprise, controls, type, usage, fuel, stage);
              count++;
              if (!expected.equals(found)) {
                wrong.add(
                    "%s %s %s %s %s %s: %s, not %s"
                        .formatted(row, type, usage, fuel, stage, controls, found, expected));
              }
            }
          }
        }
      }
    }
    assertThat(wrong.stream().limit(10)).isEmpty();
    assertThat(count).isGreaterThan(10_000);
  }

  @Test
  void theMeasuresSayWhetherTheyWereReadInAnOfficialText() {
    for (AlertTable.Row row : AlertTable.rows()) {
      var items = bureau.inForce.of(row.enterprise(), NOW.toInstant()).items();
      assertThat(items).as("%s", row).isNotEmpty().allMatch(item -> item.clause() != null);
      assertThat(items)
          .as("%s", row)
          .allMatch(item -> item.verified() == row.confirmed())
          .allMatch(item -> item.source() != null);
    }
  }

  @Test
  void productionIsDemandedAsTheTableSays() {
    for (AlertTable.Row row : AlertTable.rows()) {
      List<String> said =
          bureau.inForce.of(row.enterprise(), NOW.toInstant()).items().stream()
              .filter(item -> item.production() != null)
              .map(item -> item.production().substring(0, Math.min(4, item.production().length())))
              .toList();
      assertThat(said).as("%s", row).isEqualTo(row.production());
    }
  }

  @Test
  void localPlansOfTheTableHoldAsPoliciesWithTheirExemptions() {
    // 绵阳：停止使用国四及以下重型载货车辆（含燃气）（特种车辆、危险化学品车辆等除外）
    policy("mianyang", "510700", "\"exemptUsages\": [\"special\", \"dangerous-goods\"]");
    // 唐山港区：禁止使用国四及以下重型载货汽车（含燃气），民生保障除外
    policy("tangshan", "130298", "\"exemptLivelihood\": true");
    List<String> wrong = new ArrayList<>();
    for (boolean livelihood : new boolean[] {false, true}) {
      for (String division : List.of("510700", "130298")) {
        Enterprise enterprise = new Enterprise("E", "示例", division, List.of(), null, livelihood);
        List<Control> controls = bureau.inForce.controls(enterprise, NOW.toInstant());
        for (String type : TYPES) {
          for (Usage usage : List.of(Usage.FREIGHT, Usage.SPECIAL, Usage.DANGEROUS_GOODS)) {
            for (EmissionStage stage : STAGES) {
              boolean exempt = division.equals("130298") ? livelihood : usage != Usage.FREIGHT;
              boolean banned =
                  List.of("Q11", "H11", "Z51").contains(type)
                      && !List.of(EmissionStage.V, EmissionStage.VI).contains(stage);
              String expected = banned && !exempt ? "deny" : "allow";
              String found = decide(enterprise, controls, type, usage, Fuel.DIESEL, stage);
              if (!expected.equals(found)) {
                wrong.add(division + livelihood + type + usage + stage + ": " + found);
              }
            }
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static void policy(String id, String division, String more) {
    String json =
        """
        {"title": "%s", "target": {"divisions": ["%s"]}, "from": "2026-10-01T00:00:00+08:00",
         "control": {"minimumStage": {"diesel": "5", "gas": "5", "gasoline": "5"}, %s}}"""
            .formatted(id, division, more);
    bureau.policies.put(id, json, Bureau.ZHANG);
    bureau.policies.approve(id, Bureau.LI);
  }

  @Test
  void withoutAnEpisodeNothingIsInForceAndAfterItIsLiftedNeither() {
    Enterprise steel = new Enterprise("E", "示例", "330200", List.of("I01"), "D");
    assertThat(bureau.inForce.controls(steel, NOW.toInstant())).isEmpty();
    bureau.episodes.put(
        "e-short",
        """
        {"level": "red", "divisions": ["330000"], "from": "2026-10-01T00:00:00+08:00"}""",
        Bureau.ZHANG);
    assertThat(bureau.inForce.controls(steel, NOW.toInstant())).hasSize(1);
    bureau.episodes.lift("e-short", Bureau.ZHANG);
    Instant later = bureau.now().plusSeconds(1);
    assertThat(bureau.inForce.controls(steel, later)).isEmpty();
  }

  private static String decide(
      Enterprise enterprise,
      List<Control> controls,
      String type,
      Usage usage,
      Fuel fuel,
      EmissionStage stage) {
    Vehicle vehicle =
        new Vehicle(type, null, null, null, null, fuel, stage, null, null, usage, null, null);
    PlateColour colour = fuel == Fuel.ELECTRIC ? PlateColour.YELLOW_GREEN : PlateColour.YELLOW;
    GatePassage passage =
        new GatePassage(
            enterprise.id(),
            "1",
            null,
            "A01",
            null,
            Direction.IN,
            NOW,
            new Plate("冀B12345", colour),
            vehicle,
            null,
            null,
            null,
            Map.of(),
            false,
            null);
    PassageFacts facts =
        new PassageFacts(
            new Passage(passage, NOW.toInstant()),
            enterprise,
            List.of(),
            controls,
            null,
            new Traffic(true, null, null, null));
    return decider.decide(facts).verdict().code();
  }
}
