package org.qingmen.supervision.registers.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.spi.refusal.Refusal.Fault;
import org.qingmen.store.StoredJson;
import org.qingmen.supervision.registers.RegisterKind;
import org.qingmen.supervision.registers.RegisterKinds;

class RegistersTest {

  private static final RegisterKind ENTERPRISE = RegisterKinds.ofKind("enterprise");

  private final Bureau bureau =
      new Bureau(Clock.fixed(Instant.parse("2026-10-01T00:00:00Z"), ZoneOffset.UTC));

  @AfterEach
  void close() {
    bureau.close();
  }

  @Test
  void theGradeInForceTodayIsTheEnterprisesGrade() {
    grade("2026-01-01", "C", null);
    assertThat(ofCement("declaredGrade")).isEqualTo("C");
    grade("2026-09-01", "B", null);
    grade("2027-01-01", "A", null);
    assertThat(ofCement("declaredGrade")).isEqualTo("B");
  }

  @Test
  void aGradeThatHasRunOutLeavesNone() {
    grade("2026-01-01", "B", "2026-09-30");
    assertThat(ofCement("declaredGrade")).isEmpty();
  }

  @Test
  void theDailyVehiclesFollowTheEmergencyList() {
    bureau.put("emergency-list", Bureau.CEMENT, "2026-06-01", "{\"dailyVehicles\": 120}");
    assertThat(ofCement("dailyVehicles")).isEqualTo("120");
  }

  @Test
  void whatADatedEntrySaysCannotBeOverwrittenBesideIt() {
    grade("2026-01-01", "C", null);
    var written =
        bureau.registers.put(
            ENTERPRISE,
            null,
            "130203",
            Bureau.CEMENT,
            Bureau.json("{\"name\": \"示例\", \"division\": \"130203\", \"declaredGrade\": \"A\"}"),
            Bureau.ZHANG);
    assertThat(written.warnings()).extracting(Fault::code).contains("dated-entry-holds");
    assertThat(ofCement("declaredGrade")).isEqualTo("C");
  }

  @Test
  void anEntryThatDoesNotFitItsSchemaIsRefusedByMember() {
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class,
            () ->
                bureau.put(
                    "contract", Bureau.CEMENT, "1", "{\"kind\": \"gift\", \"party\": \"乙\"}"));
    assertThat(refusal.code()).isEqualTo("schema");
    assertThat(refusal.faults()).extracting(Fault::pointer).containsExactly("/kind");
    assertThat(bureau.registry.get("contract", Bureau.CEMENT + "/1")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "machine, registrationCode",
    "in-plant-vehicle, number",
    "barrier, number",
    "contract, number"
  })
  void aNumberThatNoAddressCouldNameIsRefused(String kind, String member) {
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> bureau.put(kind, Bureau.CEMENT, "A/B", "{}"));
    assertThat(refusal.faults()).extracting(Fault::pointer).contains("/" + member);
    assertThat(bureau.registry.get(kind, Bureau.CEMENT + "/A/B")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2027-02-30, 2027-06-30, /plannedDate", "2027-06-30, 2027-06-31, /validUntil"})
  void aDayThatTheCalendarDoesNotHaveIsRefused(String planned, String until, String pointer) {
    String body =
        "{\"plannedDate\": \"%s\", \"ratio\": 0.8, \"validUntil\": \"%s\"}"
            .formatted(planned, until);
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> bureau.put("spur-plan", Bureau.CEMENT, "ZX-01", body));
    assertThat(refusal.faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.code()).isEqualTo("not-a-date");
              assertThat(fault.pointer()).isEqualTo(pointer);
            });
    assertThat(bureau.registry.get("spur-plan", Bureau.CEMENT + "/ZX-01")).isEmpty();
  }

  @Test
  void whatAReaderGotCanBeSentBack() {
    bureau.put("camera", Bureau.CEMENT, "C1", "{\"maker\": \"示例\"}");
    bureau.put(
        "camera",
        Bureau.CEMENT,
        "C1",
        "{\"maker\": \"示例\", \"version\": 1, \"author\": \"x\", \"changedAt\": \"y\", \"warnings\": []}");
    assertThat(bureau.registry.history("camera", Bureau.CEMENT + "/C1")).hasSize(2);
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "vehicle, '{\"stage\": \"5\", \"plate\": \"冀B12345\", \"colour\": \"green\"}', plate-colour",
    "vehicle, '{\"stage\": \"5\", \"plate\": \"12345\", \"colour\": \"blue\"}', plate-form",
    "vehicle, '{\"stage\": \"9\"}', unknown-code",
    "in-plant-vehicle, '{\"stage\": \"5\", \"vin\": \"1M8GDM9A1KP042788\"}', vin-check-digit",
    "in-plant-vehicle, '{\"stage\": \"5\", \"vin\": \"IOQ\"}', vin-form",
    "fleet, '{\"name\": \"车队\", \"creditCode\": \"91350100M000100Y44\"}', credit-code-check",
    "fleet, '{\"name\": \"车队\", \"creditCode\": \"9135\"}', credit-code-form",
    "barrier, '{\"entrance\": \"Z\"}', unknown-entrance",
    "contract, '{\"kind\": \"sale\", \"party\": \"乙\", \"from\": \"2026-02-01\", \"to\": \"2026-01-01\"}', period",
    "contract, '{\"kind\": \"sale\", \"party\": \"乙\", \"files\": [\"none\"]}', unknown-file"
  })
  void whatLooksWrongIsAWarningAndNeverARefusal(String kind, String body, String code) {
    ObjectNode entry = Bureau.json(body);
    var written =
        bureau.registers.put(
            RegisterKinds.ofKind(kind), Bureau.CEMENT, "130203", "1", entry, Bureau.ZHANG);
    assertThat(written.warnings()).extracting(Fault::code).contains(code);
  }

  @ParameterizedTest
  @CsvSource({
    "vehicle, '{\"stage\": \"5\", \"plate\": \"冀B12345\", \"colour\": \"yellow\"}'",
    "fleet, '{\"name\": \"车队\", \"creditCode\": \"91350100M000100Y43\"}'",
    "machine, '{\"stage\": \"3\", \"vin\": \"PIN-0001\"}'"
  })
  void whatIsRightCarriesNoWarning(String kind, String body) {
    List<Fault> warnings =
        bureau.registers.warnings(RegisterKinds.ofKind(kind), Bureau.CEMENT, Bureau.json(body));
    assertThat(warnings).isEmpty();
  }

  @Test
  void theChangesOfAnEnterpriseAreToldNewestFirstWithWhatWasBefore() {
    bureau.put("camera", Bureau.CEMENT, "C1", "{\"maker\": \"甲\"}");
    bureau.put("camera", Bureau.CEMENT, "C1", "{\"maker\": \"乙\"}");
    bureau.put("camera", Bureau.STEEL, "C1", "{\"maker\": \"丙\"}");
    var page = bureau.registers.changes(Bureau.CEMENT, null, 2);
    assertThat(page.items()).extracting(d -> d.version()).startsWith(2L);
    assertThat(page.next()).isNotNull();
    assertThat(bureau.registers.before(page.items().get(0)).map(StoredJson::body))
        .hasValueSatisfying(body -> assertThat(body.path("maker").asText()).isEqualTo("甲"));
  }

  private void grade(String from, String grade, String until) {
    String validTo = until == null ? "null" : "\"" + until + "\"";
    bureau.put(
        "declared-grade",
        Bureau.CEMENT,
        from,
        "{\"grade\": \"" + grade + "\", \"validTo\": " + validTo + "}");
  }

  private String ofCement(String member) {
    var body = StoredJson.body(bureau.registry.get("enterprise", Bureau.CEMENT).orElseThrow());
    return body.path(member).isNull() ? "" : body.path(member).asText();
  }
}
