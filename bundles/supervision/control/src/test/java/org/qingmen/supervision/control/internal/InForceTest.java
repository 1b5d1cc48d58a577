package org.qingmen.supervision.control.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qingmen.supervision.control.internal.Bureau.CEMENT;
import static org.qingmen.supervision.control.internal.Bureau.LI;
import static org.qingmen.supervision.control.internal.Bureau.STEEL;
import static org.qingmen.supervision.control.internal.Bureau.ZHANG;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingmen.spi.facts.Control;

class InForceTest {

  private static final String HEAVY_FROM_V =
      "{\"minimumStage\": {\"diesel\": \"5\", \"gas\": \"6\"}}";

  @TempDir Path data;
  private Bureau bureau;

  @BeforeEach
  void open() {
    bureau = new Bureau(data);
  }

  @AfterEach
  void close() {
    bureau.close();
  }

  @Test
  void onAnOrdinaryDayNothingIsInForce() {
    assertThat(controls(CEMENT)).isEmpty();
  }

  @Test
  void anApprovedPolicySaysWhatIsAdmitted() {
    approved("p-1", "\"divisions\": [\"130200\"]", HEAVY_FROM_V, "");

    Control control = bureau.inForce.controls(bureau.known(CEMENT), bureau.now()).get(0);

    assertThat(control.id()).isEqualTo("p-1");
    assertThat(control.minimumStage("diesel")).isEqualTo(5);
    assertThat(control.minimumStage("natural-gas")).isEqualTo(6);
    assertThat(control.minimumStage("gasoline")).isEqualTo(-1);
    assertThat(control.vehicleClasses()).isEqualTo("heavy");
    assertThat(control.unknownStage()).isEqualTo("deny");
    assertThat(control.alert()).isNull();
    assertThat(controls(STEEL)).isEmpty();
  }

  @Test
  void aDraftIsInForceNowhere() {
    draft("p-1", "\"divisions\": [\"130200\"]", HEAVY_FROM_V, "");

    assertThat(controls(CEMENT)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"divisions\": [\"000000\"]'                                     | true",
        "'\"divisions\": [\"140000\", \"130203\"]'                         | true",
        "'\"divisions\": [\"130100\"]'                                     | false",
        "'\"enterprises\": [\"91130200700000001K001P\"]'                   | true",
        "'\"enterprises\": [\"91140200700000002K001P\"]'                   | false",
        "'\"divisions\": [\"130000\"], \"industries\": [\"I01\", \"I15\"]' | true",
        "'\"divisions\": [\"130000\"], \"industries\": [\"I01\"]'          | false",
        "'\"divisions\": [\"130000\"], \"grades\": [\"B\", \"C\"]'         | true",
        "'\"divisions\": [\"130000\"], \"grades\": [\"A\"]'                | false",
      })
  void everyMemberOfTheTargetMustFit(String target, boolean fits) {
    approved("p-1", target, HEAVY_FROM_V, "");

    assertThat(controls(CEMENT)).hasSize(fits ? 1 : 0);
  }

  @Test
  void theTimeOfThePassageDecides() {
    approved(
        "p-1",
        "\"divisions\": [\"130000\"]",
        HEAVY_FROM_V,
        ", \"to\": \"2026-10-03T00:00:00+08:00\"");

    assertThat(at("2026-09-30T23:59:59+08:00")).isEmpty();
    assertThat(at("2026-10-01T00:00:00+08:00")).containsExactly("p-1");
    assertThat(at("2026-10-02T23:59:59+08:00")).containsExactly("p-1");
    assertThat(at("2026-10-03T00:00:00+08:00")).isEmpty();
  }

  @Test
  void aWithdrawnPolicyEndsAtOnceButStillHoldsForWhatHappenedBefore() {
    approved("p-1", "\"divisions\": [\"130000\"]", HEAVY_FROM_V, "");
    Instant before = bureau.now();
    bureau.clock.advance(Duration.ofHours(1));

    bureau.policies.withdraw("p-1", ZHANG);

    assertThat(controls(CEMENT)).isEmpty();
    assertThat(ids(CEMENT, before)).containsExactly("p-1");
  }

  @Test
  void theClosestPolicyComesFirst() {
    approved("p-division", "\"divisions\": [\"130200\"]", HEAVY_FROM_V, "");
    approved("p-grade", "\"divisions\": [\"130000\"], \"grades\": [\"B\"]", HEAVY_FROM_V, "");
    approved(
        "p-own", "\"enterprises\": [\"" + CEMENT + "\"]", HEAVY_FROM_V, ", \"additional\": true");

    assertThat(controls(CEMENT)).containsExactly("p-own", "p-grade", "p-division");
  }

  @Test
  void anEnterprisesOwnPlanReplacesWhatIsFurtherAway() {
    approved("p-division", "\"divisions\": [\"130200\"]", HEAVY_FROM_V, "");
    approved("p-grade", "\"divisions\": [\"130000\"], \"grades\": [\"B\"]", HEAVY_FROM_V, "");
    approved("p-own", "\"enterprises\": [\"" + CEMENT + "\"]", HEAVY_FROM_V, "");

    assertThat(controls(CEMENT)).containsExactly("p-own");
  }

  @Test
  void ofTwoPoliciesForTheSameTargetTheOneApprovedLaterHolds() {
    approved("p-b", "\"divisions\": [\"130200\"]", HEAVY_FROM_V, "");
    bureau.clock.advance(Duration.ofMinutes(1));
    approved("p-a", "\"divisions\": [\"130200\"]", HEAVY_FROM_V, "");
    approved("p-wider", "\"divisions\": [\"130000\"]", HEAVY_FROM_V, "");

    assertThat(controls(CEMENT)).containsExactly("p-a", "p-wider");
  }

  @Test
  void anEpisodePutsTheMeasuresOfTheDeclaredGradeIntoForceByItself() {
    episode("e-1", "orange", "130200", "");

    Control control = bureau.inForce.controls(bureau.known(CEMENT), bureau.now()).get(0);

    assertThat(control.id()).isEqualTo("e-1/measures.cement.minimum-stage");
    assertThat(control.title()).isEqualTo("停止使用国四及以下重型载货车辆（含燃气）进行运输");
    assertThat(control.alert()).isEqualTo("orange");
    assertThat(control.minimumStage("diesel")).isEqualTo(5);
    assertThat(control.minimumStage("lpg")).isEqualTo(5);
    assertThat(control.stopRoadTransport()).isFalse();
    assertThat(control.vehicleClasses()).isEqualTo("heavy");
    assertThat(controls(STEEL)).as("another province").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "I15, A, ''",
    "I15, B, e-1/measures.cement.minimum-stage",
    "I15, C, e-1/measures.cement.minimum-stage",
    "I15, D, e-1/measures.cement.stop",
    "I01, A, ''",
    "I01, B, e-1/measures.general.minimum-stage",
    "I01, B-, e-1/measures.general.b-minus",
    "I01, D, e-1/measures.general.stop",
    "I02, LEADING, ''",
    "I01, , e-1/measures.ungraded.stop",
    "I15, , e-1/measures.ungraded.stop"
  })
  void eachGradeHasItsMeasure(String industry, String grade, String expected) {
    bureau.enterprise("E-1", "130203", industry, grade);
    episode("e-1", "yellow", "130000", "");

    assertThat(controls("E-1"))
        .containsExactlyElementsOf(expected.isEmpty() ? List.of() : List.of(expected));
  }

  @Test
  void gradeDStopsRoadTransportAltogether() {
    bureau.enterprise("E-1", "130203", "I15", "D");
    episode("e-1", "red", "130000", "");

    Control control = bureau.inForce.controls(bureau.known("E-1"), bureau.now()).get(0);

    assertThat(control.stopRoadTransport()).isTrue();
    assertThat(control.vehicleClasses()).isEqualTo("all");
  }

  @Test
  void anUnverifiedMeasureSaysSo() {
    episode("e-1", "red", "140000", "");

    Control control = bureau.inForce.controls(bureau.known(STEEL), bureau.now()).get(0);

    assertThat(control.title()).endsWith("（未核实）");
  }

  @Test
  void ofSeveralEpisodesTheHighestLevelCounts() {
    episode("e-1", "yellow", "130000", "");
    episode("e-2", "red", "130200", "");
    episode("e-3", "orange", "130200", "");

    assertThat(controls(CEMENT)).containsExactly("e-2/measures.cement.minimum-stage");
    assertThat(bureau.episodes.running("130203", bureau.now()))
        .extracting(org.qingmen.store.Document::id)
        .containsExactly("e-2", "e-3", "e-1");
  }

  @Test
  void aPolicyOfAnAlertLevelHoldsFromThatLevelOn() {
    approved("p-1", "\"divisions\": [\"130000\"]", HEAVY_FROM_V, ", \"alert\": \"orange\"");
    assertThat(controls(CEMENT)).isEmpty();

    episode("e-1", "yellow", "130000", "");
    assertThat(controls(CEMENT)).containsExactly("e-1/measures.cement.minimum-stage");

    episode("e-2", "red", "130000", "");
    assertThat(controls(CEMENT)).containsExactly("e-2/measures.cement.minimum-stage", "p-1");
    assertThat(bureau.inForce.controls(bureau.known(CEMENT), bureau.now()).get(1).alert())
        .isEqualTo("red");
  }

  @Test
  void aPlanForOrdinaryDaysDoesNotReplaceTheMeasuresOfAnAlert() {
    approved("p-own", "\"enterprises\": [\"" + CEMENT + "\"]", HEAVY_FROM_V, "");
    episode("e-1", "orange", "130000", "");

    assertThat(controls(CEMENT)).containsExactly("p-own", "e-1/measures.cement.minimum-stage");
  }

  @Test
  void anEnterprisesOwnPlanForAlertsReplacesTheMeasures() {
    approved(
        "p-own", "\"enterprises\": [\"" + CEMENT + "\"]", HEAVY_FROM_V, ", \"alert\": \"yellow\"");
    episode("e-1", "orange", "130000", "");

    assertThat(controls(CEMENT)).containsExactly("p-own");
  }

  @Test
  void whatIsInForceOutlivesARestart() {
    approved("p-1", "\"divisions\": [\"130000\"]", HEAVY_FROM_V, "");
    episode("e-1", "orange", "130000", "");

    bureau.start();

    assertThat(controls(CEMENT)).containsExactly("e-1/measures.cement.minimum-stage", "p-1");
  }

  private List<String> at(String time) {
    return ids(CEMENT, OffsetDateTime.parse(time).toInstant());
  }

  private List<String> controls(String enterprise) {
    return ids(enterprise, bureau.now());
  }

  private List<String> ids(String enterprise, Instant at) {
    return bureau.inForce.controls(bureau.known(enterprise), at).stream().map(Control::id).toList();
  }

  private void approved(String id, String target, String control, String more) {
    draft(id, target, control, more);
    bureau.policies.approve(id, LI);
  }

  private void draft(String id, String target, String control, String more) {
    String json =
        "{\"title\": \"禁行\", \"target\": {%s}, \"from\": \"2026-10-01T00:00:00+08:00\", \"control\": %s%s}"
            .formatted(target, control, more);
    bureau.policies.put(id, json, ZHANG);
  }

  private void episode(String id, String level, String division, String more) {
    String json =
        "{\"level\": \"%s\", \"divisions\": [\"%s\"], \"from\": \"2026-10-01T00:00:00+08:00\"%s}"
            .formatted(level, division, more);
    bureau.episodes.put(id, json, ZHANG);
  }
}
