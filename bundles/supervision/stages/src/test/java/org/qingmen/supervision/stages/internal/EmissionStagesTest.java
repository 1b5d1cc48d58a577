package org.qingmen.supervision.stages.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.qingmen.model.EmissionStage;
import org.qingmen.spi.intake.PassageAnswer.Finding;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.store.Document;
import org.qingmen.supervision.stages.Determination;
import org.qingmen.supervision.stages.Determination.Basis;
import org.qingmen.supervision.stages.StageQuestion.Unit;

@DisplayName("Emission stages")
class EmissionStagesTest {

  private static final String VIN = "LZZ1CLVB7JA000001";

  private StageOffice office;

  @BeforeEach
  void open() {
    office = new StageOffice();
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  @DisplayName("name their basis, strongest first, with day and clause")
  void nameTheirBasis() throws IOException {
    Determination answer =
        office.ask("colour", "黄牌", "fuel", "柴油", "registered", "2018-05-01", "stage", "国六");

    assertThat(answer.stage()).isEqualTo(EmissionStage.V);
    assertThat(answer.basis()).extracting(Basis::kind).containsExactly("registration", "statement");
    assertThat(answer.basis().get(0).text().zh()).contains("2018-05-01", "至少为国五");
    assertThat(answer.basis().get(0).asOf()).isEqualTo("2026-10-01");
    assertThat(answer.basis().get(0).clause()).contains("证据五");
    assertThat(answer.suspicious()).isFalse();
    assertThat(answer.verified()).as("the date of China V is recalled").isFalse();
    JsonNode document = new ObjectMapper().readTree(answer.document());
    assertThat(document.at("/packs/0/id").asText()).isEqualTo("cn.stage");
    assertThat(document.get("hash").asText()).hasSize(64);
  }

  @Test
  @DisplayName("of a truck registered when China IV was put off stay at China III")
  void doNotAssumeChinaFour() {
    for (String day : List.of("2013-07-01", "2014-06-30", "2014-12-31")) {
      Determination answer = office.ask("type", "Q11", "fuel", "diesel", "registered", day);
      assertThat(answer.stage()).as(day).isEqualTo(EmissionStage.III);
      assertThat(answer.findings()).extracting(Finding::code).containsExactly("stage.grace");
      assertThat(answer.suspicious()).isFalse();
    }
    assertThat(office.ask("type", "Q11", "fuel", "diesel", "registered", "2015-01-01").stage())
        .isEqualTo(EmissionStage.IV);
  }

  @Test
  @DisplayName("of a machine follow its production, power and registration code")
  void knowMachines() {
    String[] machine = {"unit", "machine", "fuel", "diesel", "registered", "2023-01-01"};

    assertThat(office.ask(machine).stage()).isEqualTo(EmissionStage.IV);
    assertThat(office.ask(with(machine, "kilowatts", "600")).stage()).isEqualTo(EmissionStage.III);
    Determination coded =
        office.ask(with(machine, "code", "3-AB12345", "stage", "4", "machineCode", "M1"));
    assertThat(coded.findings())
        .extracting(Finding::code)
        .contains("stage.code-conflict", "stage.statement-below-bound");
    assertThat(coded.suspicious()).isTrue();
  }

  @Test
  @DisplayName("are filled up from the register, and rest on it only where it rests on more")
  void readTheRegister() {
    office.vehicle(
        VIN,
        """
        {"vin": "%s", "plate": "冀B12345", "stage": "5", "model": "ZZ4257", "fuel": "diesel"}"""
            .formatted(VIN));

    assertThat(office.ask("vin", VIN).basis().get(0).kind()).isEqualTo("known-vin");
    assertThat(office.ask("plate", "冀B12345").stage()).isEqualTo(EmissionStage.V);
    assertThat(office.ask("model", "zz4257").basis().get(0).kind()).isEqualTo("known-model");
    office.registry.delete("vehicle", VIN, StageOffice.ZHANG);
    assertThat(office.ask("vin", VIN, "model", "ZZ4257").stage()).isEqualTo(EmissionStage.NONE);
  }

  @Test
  @DisplayName("that are kept become what the gates know, and prove nothing by themselves later")
  void areKept() throws IOException {
    office.vehicle(VIN, "{\"vin\": \"%s\", \"stage\": \"X\", \"fleet\": \"示例车队\"}".formatted(VIN));
    String[] asked = {"vin", VIN, "type", "Q11", "fuel", "diesel", "registered", "2018-05-01"};
    office.stages.keep(office.question(asked), "130200", StageOffice.ZHANG);

    JsonNode vehicle = body(office.registry.get("vehicle", VIN).orElseThrow());
    assertThat(vehicle.get("stage").asText()).isEqualTo("5");
    assertThat(vehicle.get("fleet").asText()).isEqualTo("示例车队");
    assertThat(vehicle.at("/stageBasis/0/kind").asText()).isEqualTo("registration");
    assertThat(vehicle.get("stageAsOf").asText()).isEqualTo("2026-10-01");
    Document kept = office.stages.kept(Unit.ROAD, VIN).orElseThrow();
    assertThat(kept.author()).isEqualTo(StageOffice.ZHANG);
    assertThat(body(kept).get("document").asText()).contains("\"hash\"");

    office.take("目录类别,编号,排放阶段,日期\n查询," + VIN + ",国四,2026-09-01\n");
    Determination later = office.stages.keep(office.question(asked), "130200", "user:li");
    assertThat(later.basis().get(0).kind()).isEqualTo("query");
    assertThat(later.findings())
        .extracting(Finding::code)
        .containsExactly("stage.evidence-below-bound");
    assertThat(body(office.registry.get("vehicle", VIN).orElseThrow()).get("stage").asText())
        .isEqualTo("4");
    assertThat(office.registry.history(KnownStages.KIND, "vehicle:" + VIN)).hasSize(2);
  }

  @Test
  @DisplayName("that are unknown never overwrite what the register knows")
  void unknownOverwritesNothing() throws IOException {
    office.vehicle(
        VIN, "{\"stage\":\"5\",\"stageBasis\":[{\"kind\":\"statement\",\"stage\":\"5\"}]}");

    Determination answer = office.stages.keep(office.question("vin", VIN), null, "user:li");

    assertThat(answer.stage()).isEqualTo(EmissionStage.NONE);
    assertThat(answer.basis()).extracting(Basis::kind).containsExactly("unknown");
    assertThat(body(office.registry.get("vehicle", VIN).orElseThrow()).get("stage").asText())
        .isEqualTo("5");
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class,
            () -> office.stages.keep(office.question("stage", "5"), null, "user:li"));
    assertThat(refusal.code()).isEqualTo("stage-without-number");
  }

  @Test
  @DisplayName("of a machine that were kept on strong evidence are known later")
  void machinesAreKnown() {
    office.take("目录类别,编号,排放阶段,日期\n查询,PIN0001,3,2026-09-01\n");
    String[] asked = {"unit", "machine", "machineCode", "M-77", "vin", "PIN0001"};
    office.stages.keep(office.question(asked), null, StageOffice.ZHANG);

    Determination known = office.ask("unit", "machine", "machineCode", "m-77");
    assertThat(known.stage()).isEqualTo(EmissionStage.III);
    assertThat(known.basis()).extracting(Basis::kind).contains("query", "known-vin");
  }

  @Test
  @DisplayName("are refused by name where the question cannot be understood")
  void refuseByName() {
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class,
            () ->
                office.ask(
                    "colour",
                    "紫",
                    "registered",
                    "2018-13-01",
                    "fuel",
                    "coal",
                    "vin",
                    "L".repeat(33)));
    assertThat(refusal.faults())
        .extracting(Refusal.Fault::pointer)
        .containsExactlyInAnyOrder("/colour", "/registered", "/fuel", "/vin");
    assertThat(catchThrowableOfType(Refusal.class, () -> office.ask()).faults())
        .extracting(Refusal.Fault::code)
        .containsExactly("stage-nothing-asked");
  }

  private static String[] with(String[] named, String... more) {
    String[] all = java.util.Arrays.copyOf(named, named.length + more.length);
    System.arraycopy(more, 0, all, named.length, more.length);
    return all;
  }

  private static JsonNode body(Document document) throws IOException {
    return new ObjectMapper().readTree(document.body());
  }
}
