package org.qingmen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.qingmen.engine.Decider.Occasion;
import org.qingmen.engine.internal.json.Hashes;
import org.qingmen.model.EmissionStage;
import org.qingmen.model.Severity;
import org.qingmen.model.Text;
import org.qingmen.model.Verdict;
import org.qingmen.spi.facts.GradingFacts;
import org.qingmen.spi.facts.MassGroup;
import org.qingmen.spi.facts.TripGroup;
import org.qingmen.spi.intake.PassageAnswer.Finding;
import org.qingmen.spi.intake.PassageAnswer.Reason;

@DisplayName("A decision")
class DecisionsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path RULES = Path.of("../../rules");
  private static final String TIME = "2026-10-01T08:00:00+08:00";

  private static RulesWorkbench workbench;
  private static Decider decider;

  @BeforeAll
  static void load() {
    workbench = new RulesWorkbench().withLibrary(RULES);
    decider =
        workbench.decider(
            RULES.resolve("cn.gate"),
            RULES.resolve("cn.verification"),
            RULES.resolve("cn.340.i15-cement"),
            RULES.resolve("cn.340.i01-steel"));
  }

  @AfterAll
  static void close() {
    workbench.close();
  }

  @Test
  @DisplayName("takes the strictest verdict and names every reason and finding with its clause")
  void isExplained() {
    Decision decision = decider.decide(TestFacts.truck(EmissionStage.IV, TIME));

    assertThat(decision.verdict()).isEqualTo(Verdict.DENY);
    assertThat(decision.reasons())
        .extracting(Reason::code)
        .containsExactlyInAnyOrder("gate.listed", "gate.below-minimum-stage");
    assertThat(decision.reasons()).allSatisfy(reason -> assertThat(reason.clause()).isNotBlank());
    assertThat(decision.findings())
        .extracting(Finding::code)
        .containsExactlyInAnyOrder("overweight", "stage-date");
    Reason stage =
        decision.reasons().stream()
            .filter(reason -> reason.code().equals("gate.below-minimum-stage"))
            .findFirst()
            .orElseThrow();
    assertThat(stage.message().zh()).contains("橙色预警管控", "橙色预警", "国四", "国五");
    assertThat(stage.message().en()).contains("orange alert", "China IV", "China V");
  }

  @Test
  @DisplayName("is written as a canonical document that fits its schema and whose hashes fit")
  void hasADocument() throws IOException {
    Decision decision = decider.decide(TestFacts.truck(EmissionStage.IV, TIME));

    JsonNode document = JSON.readTree(decision.document());
    assertThat(schema("decision").validate(document)).isEmpty();
    assertThat(document.at("/facts/passage/plate/number").asText()).isEqualTo("冀B12345");
    assertThat(document.get("factsHash").asText()).isEqualTo(hashOf(document, "facts"));
    String text = new String(decision.document(), StandardCharsets.UTF_8);
    String hash = document.get("hash").asText();
    String rest = text.replace("\"hash\":\"" + hash + "\",\"kind\"", "\"kind\"");
    assertThat(Hashes.sha256(rest.getBytes(StandardCharsets.UTF_8))).isEqualTo(hash);
    assertThat(document.get("contentHash").asText())
        .isEqualTo(decision.contentHash())
        .isEqualTo(hashOf(document.get("facts"), "passage"));
    assertThat(document.get("parameters"))
        .allSatisfy(parameter -> assertThat(parameter.get("source").asText()).isNotBlank());
  }

  @Test
  @DisplayName("is the same bytes whenever the same facts are decided")
  void isRepeatable() {
    byte[] first = decider.decide(TestFacts.truck(EmissionStage.IV, TIME)).document();

    for (int i = 0; i < 50; i++) {
      assertThat(decider.decide(TestFacts.truck(EmissionStage.IV, TIME)).document())
          .isEqualTo(first);
    }
  }

  @Test
  @DisplayName("lies on the day of China, whatever zone the gate's clock names")
  void liesOnTheDayOfChina() throws IOException {
    Decision decision = decider.decide(TestFacts.truck(EmissionStage.VI, "2026-09-30T20:00:00Z"));

    assertThat(JSON.readTree(decision.document()).get("parameterDate").asText())
        .isEqualTo("2026-10-01");
  }

  @Test
  @DisplayName("keeps what intake noted and whether it was asked at the barrier")
  void keepsWhatWasNoted() throws IOException {
    Finding noted =
        new Finding(
            "unmapped-code",
            Severity.INFO,
            "/vehicle/fuel",
            new Text("燃料代码 Q 未知", "fuel code Q is not known"));

    Decision decision =
        decider.decide(
            TestFacts.truck(EmissionStage.VI, TIME, List.of()),
            Occasion.GATE_CHECK,
            List.of(noted));

    assertThat(decision.findings()).contains(noted);
    assertThat(JSON.readTree(decision.document()).get("kind").asText()).isEqualTo("gate-check");
    assertThat(decider.replay(decision.document()).identical()).isTrue();
  }

  @Test
  @DisplayName("replayed gives the same bytes")
  void replays() {
    Decision decision = decider.decide(TestFacts.truck(EmissionStage.IV, TIME));

    assertThat(decider.replay(decision.document())).isEqualTo(new ReplayResult(true, List.of()));
  }

  @Test
  @DisplayName("is never identical when any stored fact was altered, relevant or not")
  void noticesAlteredFacts() {
    String stored =
        new String(
            decider.decide(TestFacts.truck(EmissionStage.IV, TIME)).document(),
            StandardCharsets.UTF_8);
    Map<String, String> alterations =
        Map.of(
            "\"stage\":\"4\"", "\"stage\":\"6\"",
            "示例车队", "另一车队",
            "\"tonnes\":33.5", "\"tonnes\":33.50",
            "\"verdict\":\"deny\"", "\"verdict\":\"allow\"",
            "尾气超标", "尾气达标",
            "{\"contentHash\"", "{ \"contentHash\"",
            "\"offline\":false", "\"offline\":false,\"extra\":1");

    alterations.forEach(
        (old, now) -> {
          assertThat(stored).contains(old);
          byte[] altered = stored.replace(old, now).getBytes(StandardCharsets.UTF_8);
          ReplayResult result = decider.replay(altered);
          assertThat(result.identical()).as(old + " -> " + now).isFalse();
          assertThat(result.differences()).isNotEmpty();
        });
  }

  @Test
  @DisplayName("that is damaged or names a pack that is not here is a difference, not a failure")
  void survivesDamage() {
    String stored =
        new String(
            decider.decide(TestFacts.truck(EmissionStage.IV, TIME)).document(),
            StandardCharsets.UTF_8);
    String half = stored.substring(0, stored.length() / 2);
    String foreign = stored.replaceFirst("(\"packs\":\\[\\{\"hash\":\")[0-9a-f]{8}", "$100000000");

    for (String broken : List.of(half, "", "[]", "{}", foreign)) {
      ReplayResult result = decider.replay(broken.getBytes(StandardCharsets.UTF_8));
      assertThat(result.identical()).isFalse();
      assertThat(result.differences()).isNotEmpty();
    }
  }

  @Test
  @DisplayName("on a grade fits its schema, replays, and can be read in both languages")
  void gradesAreExplained() throws IOException {
    GradeDecision grade =
        decider.grade(
            TestFacts.month(
                "I15", List.of(TestFacts.trips("5", 540), TestFacts.trips("4", 60)), List.of()),
            null);

    assertThat(grade.grade()).isEqualTo("B");
    assertThat(schema("grade").validate(JSON.readTree(grade.result()))).isEmpty();
    JsonNode english = JSON.readTree(grade.json(Locale.ENGLISH, "D1"));
    assertThat(schema("grade").validate(english)).isEmpty();
    assertThat(english.at("/gaps/0/missing").asInt()).isEqualTo(60);
    assertThat(english.at("/gaps/0/message").asText()).startsWith("For grade A, 60 of 600 trips");
    assertThat(english.at("/decision").asText()).isEqualTo("D1");
    assertThat(decider.replay(grade.document()).identical()).isTrue();
    String altered =
        new String(grade.document(), StandardCharsets.UTF_8)
            .replace("\"trips\":60", "\"trips\":61");
    assertThat(decider.replay(altered.getBytes(StandardCharsets.UTF_8)).identical()).isFalse();
  }

  @Test
  @DisplayName("on a grade shows a waiver apart from what was measured, and replays with it")
  void waiversStandApart() throws IOException {
    List<TripGroup> trips = List.of(TestFacts.trips("6", 50), TestFacts.trips("5", 50));
    GradingFacts measured = TestFacts.month("I01", trips, List.of());
    GradeDecision without = decider.grade(measured, null);
    GradeDecision with = decider.grade(TestFacts.planning(measured, 0.8), null);

    assertThat(without.grade()).isEqualTo("C");
    assertThat(with.grade()).isEqualTo("A");
    JsonNode english = JSON.readTree(with.json(Locale.ENGLISH, "D1"));
    assertThat(schema("grade").validate(english)).isEmpty();
    assertThat(english.at("/waivers/0/what").asText()).isEqualTo("ZX-01");
    assertThat(english.at("/waivers/0/grades")).hasSize(2);
    assertThat(with.indicators())
        .filteredOn(indicator -> indicator.code().equals("clean.share"))
        .allSatisfy(
            indicator -> {
              assertThat(((Number) indicator.value()).doubleValue()).isZero();
              assertThat(indicator.requirements())
                  .allSatisfy(one -> assertThat(one.waived() && !one.met()).isTrue());
            });
    assertThat(decider.replay(with.document()).identical()).isTrue();
    assertThat(new String(without.document(), StandardCharsets.UTF_8))
        .as("decisions stored before there were waivers are written the same")
        .doesNotContain("waive", "spurPlans");
  }

  @Test
  @DisplayName("on a grade without a pack says so and is no failure")
  void saysThatNoPackGrades() {
    GradeDecision grade = decider.grade(TestFacts.month("I99", List.of(), List.of()), null);

    assertThat(grade.grade()).isNull();
    assertThat(grade.complete()).isFalse();
    assertThat(grade.reason().code()).isEqualTo("no-pack");
    assertThat(decider.replay(grade.document()).identical()).isTrue();
  }

  @Test
  @DisplayName("on a grade asked for under another policy finds no pack")
  void gradesByThePolicyAskedFor() {
    var facts =
        TestFacts.month(
            "I01",
            List.of(TestFacts.trips("6", 10)),
            List.of(new MassGroup("rail", null, "in", 8000)));

    assertThat(decider.grade(facts, "环办大气函〔2020〕340号").grade()).isEqualTo("A");
    assertThat(decider.grade(facts, "别的办法").grade()).isNull();
  }

  private static String hashOf(JsonNode parent, String member) throws IOException {
    return Hashes.sha256(JSON.writeValueAsBytes(parent.get(member)));
  }

  private static com.networknt.schema.Schema schema(String name) {
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder.schemas(
                    iri ->
                        Schemas.read(iri.substring(iri.lastIndexOf('/') + 1))
                            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                            .orElse(null)));
    return registry.getSchema(
        new String(Schemas.read(name + ".schema.json").orElseThrow(), StandardCharsets.UTF_8));
  }
}
