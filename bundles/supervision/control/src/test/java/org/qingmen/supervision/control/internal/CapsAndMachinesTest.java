package org.qingmen.supervision.control.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qingmen.supervision.control.internal.Bureau.CEMENT;
import static org.qingmen.supervision.control.internal.Bureau.LI;
import static org.qingmen.supervision.control.internal.Bureau.ZHANG;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingmen.model.Plate;
import org.qingmen.model.PlateColour;
import org.qingmen.spi.facts.Control;
import org.qingmen.store.Draft;
import org.qingmen.supervision.control.InForceView.View;

class CapsAndMachinesTest {

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
  void aCapIsAShareOfTheNormalDaysRoundedToTheNearest() {
    bureau.traffic.heavy = 5949;
    bureau.traffic.days = List.of(LocalDate.parse("2026-09-30"));
    approved("p-cap", "\"cap\": {\"share\": 0.1}");
    assertThat(only().cap()).isEqualTo(595);
  }

  @Test
  void withoutANormalDayTheCapIsNotKnown() {
    approved("p-cap", "\"cap\": {\"share\": 0.1}");
    assertThat(only().cap()).isEqualTo(-1);
    assertThat(view().items().get(0).cap().baseline().days()).isEmpty();
  }

  @Test
  void machinesBelowTheStageMustStopUnlessTheyAreOnTheAllowList() {
    machine("M-1", "2");
    machine("M-2", "3");
    machine("M-3", "X");
    machine("M-4", "1");
    machine("M-5", "D");
    approved("p-nrmm", "\"nrmmMinimumStage\": \"3\", \"exemptPlates\": [\"M-4\"]");
    assertThat(only().nrmmMinimumStage()).isEqualTo(3);
    assertThat(view().machines())
        .extracting(stopped -> stopped.machine().code())
        .containsExactly("M-1", "M-3");
    assertThat(bureau.inForce.machines(bureau.policies.get("p-nrmm").orElseThrow())).hasSize(2);
  }

  @Test
  void aMachineIsListedByAnyOfItsCodes() {
    bureau.violators.put(null, "{\"machine\": \"ABCDEFGH123456789\", \"reason\": \"冒黑烟\"}", ZHANG);
    Plate unread = new Plate(null, PlateColour.UNKNOWN);
    assertThat(
            bureau.inForce.listed(
                unread, null, List.of("M-1", "ABCDEFGH123456789"), "130203", bureau.now()))
        .extracting(listed -> listed.matchedBy())
        .containsExactly("machine");
    assertThat(bureau.inForce.listed(unread, null, List.of("M-1"), "130203", bureau.now()))
        .isEmpty();
  }

  @Test
  void whatIsNotInForceSaysWhatWentBeforeItAndWhy() {
    bureau.policies.put("p-city", policy("\"divisions\": [\"130200\"]", "", STOP), ZHANG);
    bureau.policies.approve("p-city", LI);
    bureau.policies.put(
        "p-red", policy("\"divisions\": [\"130200\"]", "\"alert\": \"red\", ", STOP), ZHANG);
    bureau.policies.approve("p-red", LI);
    approved("p-own", STOP);
    View view = view();
    assertThat(view.items()).extracting(item -> item.id()).containsExactly("p-own");
    assertThat(view.setAside())
        .extracting(one -> one.item().id() + " " + one.code() + " " + one.by())
        .containsExactlyInAnyOrder("p-city closer p-own", "p-red alert-not-reached null");
    assertThat(view.setAside())
        .filteredOn(one -> one.code().equals("closer"))
        .allMatch(one -> one.why().zh().contains("一企一策"));
  }

  @Test
  void whoWroteAPolicyDoesNotApproveIt() {
    bureau.policies.put("p-1", policy("\"divisions\": [\"130200\"]", "", STOP), ZHANG);
    assertThat(Bureau.refused(() -> bureau.policies.approve("p-1", ZHANG)).code())
        .isEqualTo("policy-own-approval");
    assertThat(bureau.policies.approve("p-1", LI).body()).contains("approvedBy");
  }

  private static final String STOP = "\"stopRoadTransport\": true";

  private Control only() {
    List<Control> controls = bureau.inForce.controls(bureau.known(CEMENT), bureau.now());
    assertThat(controls).hasSize(1);
    return controls.get(0);
  }

  private View view() {
    return bureau.inForce.of(bureau.known(CEMENT), bureau.now());
  }

  private void approved(String id, String control) {
    bureau.policies.put(id, policy("\"enterprises\": [\"" + CEMENT + "\"]", "", control), ZHANG);
    bureau.policies.approve(id, LI);
  }

  private static String policy(String target, String more, String control) {
    return """
        {"title": "一企一策", "target": {%s}, %s"from": "2026-10-01T00:00:00+08:00",
         "control": {%s}}"""
        .formatted(target, more, control);
  }

  private void machine(String code, String stage) {
    String body = "{\"stage\": \"%s\", \"fuel\": \"diesel\"}".formatted(stage);
    bureau.registry.put(new Draft("machine", CEMENT + "/" + code, CEMENT, "130203", body), ZHANG);
  }
}
