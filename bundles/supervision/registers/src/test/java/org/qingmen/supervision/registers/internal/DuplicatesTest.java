package org.qingmen.supervision.registers.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.store.StoredJson;
import org.qingmen.supervision.registers.Duplicates.Group;
import org.qingmen.supervision.registers.Duplicates.Member;

class DuplicatesTest {

  private static final Predicate<Member> ALL = member -> true;

  private final Bureau bureau = new Bureau();

  @AfterEach
  void close() {
    bureau.close();
  }

  @Test
  void whatAgreesInSomethingUniqueIsFound() {
    vehicle("LZZ1CLVB7AA000001", "冀B12345", "yellow");
    vehicle("LZZ1CLVB7AA000002", "冀B 12345", "yellow");
    vehicle("LZZ1CLVB7AA000003", "冀B12345", "green");
    bureau.put("in-plant-vehicle", Bureau.CEMENT, "C1", "{\"stage\": \"5\", \"vin\": \"V1\"}");
    bureau.put("in-plant-vehicle", Bureau.STEEL, "C9", "{\"stage\": \"5\", \"vin\": \"v1\"}");
    machine(Bureau.CEMENT, "3-QL0001", "M1");
    machine(Bureau.STEEL, "3-QL0001", "M1");
    credit(Bureau.CEMENT);
    credit(Bureau.STEEL);
    assertThat(open())
        .extracting(Group::rule)
        .containsExactly(
            "same-credit-code",
            "same-machine-code",
            "same-plate",
            "same-registration-code",
            "same-vin");
    assertThat(group("same-plate").members())
        .extracting(Member::id)
        .containsExactly("LZZ1CLVB7AA000001", "LZZ1CLVB7AA000002");
  }

  @Test
  void whatIsCorrectedIsNoDuplicateAnyMore() {
    machine(Bureau.CEMENT, "A", "M1");
    machine(Bureau.STEEL, "B", "M1");
    assertThat(open()).hasSize(1);
    machine(Bureau.STEEL, "B", "M2");
    assertThat(open()).isEmpty();
  }

  @Test
  void aDecisionIsKeptUntilSomebodyNewJoins() {
    machine(Bureau.CEMENT, "A", "M1");
    machine(Bureau.STEEL, "B", "M1");
    Group decided =
        bureau.duplicates.notDuplicate(group("same-machine-code").id(), "铭牌录错", ALL, Bureau.ZHANG);
    assertThat(decided.decidedBy()).isEqualTo(Bureau.ZHANG);
    assertThat(open()).isEmpty();
    assertThat(bureau.duplicates.list(true, ALL)).extracting(Group::note).containsExactly("铭牌录错");
    machine(Bureau.CEMENT, "C", "M1");
    assertThat(open()).hasSize(1);
  }

  @Test
  void mergingKeepsOneAndWhatTheOthersKnew() {
    bureau.put("machine", Bureau.CEMENT, "A", "{\"stage\": \"3\", \"machineCode\": \"M1\"}");
    bureau.put(
        "machine",
        Bureau.CEMENT,
        "B",
        "{\"stage\": \"2\", \"machineCode\": \"M1\", \"model\": \"ZL50\"}");
    bureau.duplicates.merge(
        group("same-machine-code").id(),
        "machine:" + Bureau.CEMENT + "/A",
        null,
        ALL,
        Bureau.ZHANG);
    assertThat(open()).isEmpty();
    var kept = StoredJson.body(bureau.registry.get("machine", Bureau.CEMENT + "/A").orElseThrow());
    assertThat(kept.path("stage").asText()).isEqualTo("3");
    assertThat(kept.path("model").asText()).isEqualTo("ZL50");
    assertThat(bureau.registry.get("machine", Bureau.CEMENT + "/B")).isEmpty();
    assertThat(bureau.audit.list(null, "duplicate.merge", null, 10).items()).hasSize(1);
  }

  @Test
  void enterprisesAreNotMerged() {
    credit(Bureau.CEMENT);
    credit(Bureau.STEEL);
    Group group = group("same-credit-code");
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class,
            () ->
                bureau.duplicates.merge(
                    group.id(), "enterprise:" + Bureau.CEMENT, null, ALL, Bureau.ZHANG));
    assertThat(refusal.code()).isEqualTo("not-mergeable");
  }

  @Test
  void nobodySeesAGroupThroughWhatIsForeign() {
    machine(Bureau.CEMENT, "A", "M1");
    machine(Bureau.STEEL, "B", "M1");
    Predicate<Member> own = member -> Bureau.CEMENT.equals(member.enterprise());
    assertThat(bureau.duplicates.list(false, own)).isEmpty();
    String id = group("same-machine-code").id();
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> bureau.duplicates.notDuplicate(id, null, own, Bureau.ZHANG));
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND);
  }

  private List<Group> open() {
    return bureau.duplicates.list(false, ALL);
  }

  private Group group(String rule) {
    return open().stream().filter(g -> g.rule().equals(rule)).findFirst().orElseThrow();
  }

  private void vehicle(String vin, String plate, String colour) {
    bureau.put(
        "vehicle",
        null,
        vin,
        "{\"stage\": \"5\", \"plate\": \"%s\", \"colour\": \"%s\"}".formatted(plate, colour));
  }

  private void machine(String enterprise, String code, String machineCode) {
    bureau.put(
        "machine",
        enterprise,
        code,
        "{\"stage\": \"3\", \"machineCode\": \"%s\"}".formatted(machineCode));
  }

  private void credit(String enterprise) {
    bureau.put(
        "enterprise",
        null,
        enterprise,
        "{\"name\": \"示例\", \"division\": \"130203\", \"creditCode\": \"91350100M000100Y43\"}");
  }
}
