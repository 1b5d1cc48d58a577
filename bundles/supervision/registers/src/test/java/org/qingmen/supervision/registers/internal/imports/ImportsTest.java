package org.qingmen.supervision.registers.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qingmen.office.Spreadsheets.Format;
import org.qingmen.office.internal.sheets.SpreadsheetService;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.spi.refusal.Refusal.Fault;
import org.qingmen.store.RegistryQuery;
import org.qingmen.supervision.registers.Imports.Column;
import org.qingmen.supervision.registers.Imports.Preview;
import org.qingmen.supervision.registers.Imports.Row;
import org.qingmen.supervision.registers.Imports.State;
import org.qingmen.supervision.registers.Imports.Uploader;
import org.qingmen.supervision.registers.RegisterKind;
import org.qingmen.supervision.registers.RegisterKinds;
import org.qingmen.supervision.registers.internal.Bureau;

class ImportsTest {

  private static final RegisterKind IN_PLANT = RegisterKinds.ofKind("in-plant-vehicle");
  private static final RegisterKind VEHICLE = RegisterKinds.ofKind("vehicle");
  private static final Uploader PROVINCE = Bureau.officer("13");

  private final Bureau bureau = new Bureau();
  private final SpreadsheetService spreadsheets = new SpreadsheetService();
  private final ImportService imports =
      new ImportService(
          bureau.registry,
          bureau.objects,
          spreadsheets,
          bureau.audit,
          new Targets(bureau.registry, bureau.registers, bureau.enterprises, bureau.index, null));

  @AfterEach
  void close() {
    bureau.close();
  }

  @Test
  void columnsAreKnownByWhatPeopleCallThem() throws IOException {
    Preview preview = open(IN_PLANT, "内部编号 *,排放标准,燃料类型,车辆识别代号,注册日期,不认识的列", "C1,国五,柴油,,2019/5/1,x");
    assertThat(preview.columns())
        .extracting(Column::member)
        .containsExactly("number", "stage", "fuel", "vin", "registered", null);
    assertThat(preview.rows().get(0).after())
        .isEqualTo(
            Bureau.json(
                "{\"number\": \"C1\", \"stage\": \"5\", \"fuel\": \"diesel\", \"registered\": \"2019-05-01\"}"));
  }

  @Test
  void nothingIsStoredBeforeItIsConfirmed() throws IOException {
    Preview preview = open(IN_PLANT, "number,stage", "C1,5");
    assertThat(stored("in-plant-vehicle")).isZero();
    imports.confirm(PROVINCE, preview.id(), null, false);
    assertThat(stored("in-plant-vehicle")).isEqualTo(1);
    assertThat(bureau.audit.list(null, "import", null, 10).items()).hasSize(1);
  }

  @Test
  void eachRowSaysWhatWouldBecomeOfIt() throws IOException {
    bureau.put("in-plant-vehicle", Bureau.CEMENT, "C1", "{\"stage\": \"5\", \"model\": \"M\"}");
    bureau.put("in-plant-vehicle", Bureau.CEMENT, "C2", "{\"stage\": \"5\", \"model\": \"M\"}");
    Preview preview =
        open(
            IN_PLANT,
            "number,stage,registered",
            "C1,5,",
            "C2,6,",
            "C3,D,",
            "C4,,",
            "C3,4,",
            "C5,5,soon");
    assertThat(preview.rows())
        .extracting(Row::state)
        .containsExactly(
            State.UNCHANGED,
            State.CHANGED,
            State.NEW,
            State.REJECTED,
            State.REJECTED,
            State.REJECTED);
    // What the file does not say stays as it was.
    assertThat(preview.rows().get(1).after().path("model").asText()).isEqualTo("M");
    assertThat(preview.rows().get(3).reasons())
        .extracting(Fault::pointer)
        .containsExactly("/stage");
    assertThat(preview.rows().get(4).reasons()).extracting(Fault::code).contains("twice-in-file");
    assertThat(preview.rows().get(5).reasons()).extracting(Fault::code).contains("not-a-date");
  }

  @Test
  void aQuantityThatNothingCanHoldIsNoZero() throws IOException {
    RegisterKind contracts = RegisterKinds.ofKind("contract");
    Preview preview =
        open(
            contracts,
            "number,kind,party,quantity",
            "Q1,transport,P,1e400",
            "Q2,transport,P,1e20",
            "Q3,transport,P,\"12,000\"");
    assertThat(preview.rows().get(0).reasons())
        .extracting(Fault::code)
        .containsExactly("number-too-large");
    assertThat(preview.rows().get(1).after().path("quantity").asDouble()).isEqualTo(1e20);
    assertThat(preview.rows().get(2).after().path("quantity").asLong()).isEqualTo(12_000);
  }

  @Test
  void rowsThatCannotBeImportedComeBackWithTheirReasons() throws IOException {
    Preview preview = open(IN_PLANT, "编号,排放阶段", "C1,国六", "C2,");
    byte[] csv = imports.rejected(PROVINCE, preview.id(), Format.CSV, Locale.CHINESE);
    List<List<String>> rows = rows(csv);
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0)).containsExactly("编号", "排放阶段", "行号", "原因");
    assertThat(rows.get(1)).startsWith("C2", "", "3");
    assertThat(rows.get(1).get(3)).startsWith("排放阶段:");
    byte[] xlsx = imports.rejected(PROVINCE, preview.id(), Format.XLSX, Locale.ENGLISH);
    assertThat(rows(xlsx).get(0)).endsWith("Row", "Reasons");
  }

  @Test
  void theRejectedRowsMendedGoIn() throws IOException {
    Preview first = open(IN_PLANT, "编号,排放阶段", "C1,国六", "C2,");
    imports.confirm(PROVINCE, first.id(), null, false);
    byte[] csv = imports.rejected(PROVINCE, first.id(), Format.CSV, Locale.CHINESE);
    String mended = new String(csv, StandardCharsets.UTF_8).replaceFirst("C2,,", "C2,国五,");
    Preview second =
        imports.open(
            PROVINCE,
            IN_PLANT,
            Bureau.CEMENT,
            "mended.csv",
            mended.getBytes(StandardCharsets.UTF_8));
    assertThat(second.count(State.NEW)).isEqualTo(1);
    imports.confirm(PROVINCE, second.id(), null, true);
    assertThat(stored("in-plant-vehicle")).isEqualTo(2);
  }

  @Test
  void allOrNothingStoresNothingWhenARowIsRejected() throws IOException {
    Preview preview = open(IN_PLANT, "number,stage", "C1,5", "C2,");
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> imports.confirm(PROVINCE, preview.id(), null, true));
    assertThat(refusal.code()).isEqualTo("import-has-rejected");
    assertThat(stored("in-plant-vehicle")).isZero();
  }

  @Test
  void onlyTheRowsChosenAreStoredAndOnlyOnce() throws IOException {
    Preview preview = open(IN_PLANT, "number,stage", "C1,5", "C2,6", "C3,D");
    imports.confirm(PROVINCE, preview.id(), Set.of(3), false);
    assertThat(bureau.registry.get("in-plant-vehicle", Bureau.CEMENT + "/C2")).isPresent();
    assertThat(stored("in-plant-vehicle")).isEqualTo(1);
    Refusal again =
        catchThrowableOfType(
            Refusal.class, () -> imports.confirm(PROVINCE, preview.id(), null, false));
    assertThat(again.code()).isEqualTo("import-confirmed");
  }

  @Test
  void columnsCanBeAssignedByHand() throws IOException {
    Preview preview = open(IN_PLANT, "甲列,乙列", "C1,5");
    assertThat(preview.missing()).hasSize(2);
    Preview assigned = imports.assign(PROVINCE, preview.id(), Arrays.asList("number", "stage"));
    assertThat(assigned.rows()).extracting(Row::state).containsExactly(State.NEW);
    Refusal twice =
        catchThrowableOfType(
            Refusal.class, () -> imports.assign(PROVINCE, preview.id(), List.of("stage", "stage")));
    assertThat(twice.code()).isEqualTo("import-columns");
  }

  @Test
  void rowsOfForeignEnterprisesAreRejectedAsIfTheyDidNotExist() throws IOException {
    Preview preview =
        openForAll(
            IN_PLANT,
            "排污单位编码,number,stage",
            Bureau.CEMENT + ",C1,5",
            Bureau.STEEL + ",C1,5",
            "nobody,C1,5",
            "");
    assertThat(preview.rows())
        .extracting(Row::state)
        .containsExactly(State.NEW, State.REJECTED, State.REJECTED);
    assertThat(preview.rows().subList(1, 3))
        .allSatisfy(
            row ->
                assertThat(row.reasons())
                    .extracting(Fault::code)
                    .containsExactly("unknown-enterprise"));
  }

  @Test
  void aRowThatNamesNoEnterpriseIsToldThatItNeedsOne() throws IOException {
    Preview preview = openForAll(IN_PLANT, "number,stage", "C1,5", "");
    Row row = preview.rows().get(0);
    assertThat(row.state()).isEqualTo(State.REJECTED);
    assertThat(row.reasons())
        .extracting(Fault::code, Fault::pointer)
        .containsExactly(tuple("required", "/enterprise"));
  }

  @Test
  void anEnterpriseOutsideTheScopeCannotBeImported() throws IOException {
    RegisterKind enterprises = RegisterKinds.ofKind("enterprise");
    Preview preview =
        open(
            enterprises,
            "排污许可证编号,单位名称,行政区划,行业代码,经度",
            "91130200000000009K001P,甲,130202,I15;I01,118.2",
            Bureau.STEEL + ",乙,130202,I01,",
            "91130200000000008K001P,丙,140202,I01,");
    assertThat(preview.rows())
        .extracting(Row::state)
        .containsExactly(State.NEW, State.REJECTED, State.REJECTED);
    JsonNode first = preview.rows().get(0).after();
    assertThat(first.at("/industries/1/code").asText()).isEqualTo("I01");
    assertThat(first.at("/location/longitude").asDouble()).isEqualTo(118.2);
  }

  @Test
  void anImportBelongsToWhoeverUploadedIt() throws IOException {
    Preview preview = open(IN_PLANT, "number,stage", "C1,5");
    Uploader other =
        new Uploader() {
          @Override
          public String actor() {
            return "user:li";
          }

          @Override
          public boolean sees(String enterprise, String division) {
            return true;
          }

          @Override
          public boolean covers(String division) {
            return true;
          }

          @Override
          public String division() {
            return "000000";
          }
        };
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> imports.get(other, preview.id()));
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND);
  }

  @Test
  void aVehicleThatIsThereUnderAnotherVinIsPointedOut() throws IOException {
    bureau.put(
        "vehicle",
        null,
        "LZZ1CLVB7AA000001",
        "{\"stage\": \"5\", \"plate\": \"冀B12345\", \"colour\": \"yellow\"}");
    Preview preview = open(VEHICLE, "车架号,车牌号,车牌颜色,排放阶段", "LZZ1CLVB7AA000002,冀b·12345,黄牌,国六");
    assertThat(preview.rows().get(0).state()).isEqualTo(State.NEW);
    assertThat(preview.rows().get(0).warnings()).extracting(Fault::code).contains("same-plate");
  }

  @Test
  void filesOfChineseOfficesAreRead() throws IOException {
    byte[] gb = "编号,排放阶段\nC1,国六\n".getBytes(Charset.forName("GB18030"));
    assertThat(imports.open(PROVINCE, IN_PLANT, Bureau.CEMENT, "gb.csv", gb).count(State.NEW))
        .isEqualTo(1);
    assertThat(
            catchThrowableOfType(
                    Refusal.class,
                    () -> imports.open(PROVINCE, IN_PLANT, Bureau.CEMENT, "x", "编号\n".getBytes()))
                .code())
        .isEqualTo("import-empty");
  }

  @Test
  void everyTemplateIsUnderstoodAgain() throws IOException {
    for (RegisterKind kind : imports.kinds()) {
      for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
        List<String> heads = rows(imports.template(kind, Format.XLSX, language)).get(0);
        List<Field> fields = Field.of(kind);
        assertThat(new Words().guess(heads, fields))
            .as("%s in %s: %s", kind.kind(), language, heads)
            .isEqualTo(fields.stream().map(Field::path).toList());
      }
    }
  }

  @Test
  void whatIsImportedIsWhatWasInTheFile() throws IOException {
    int many = 20_000;
    List<List<?>> rows = new ArrayList<>();
    rows.add(List.of("车架号", "车牌号", "车牌颜色", "排放阶段", "核载"));
    for (int i = 0; i < many; i++) {
      rows.add(
          List.of("LZZ%014d".formatted(i), "冀B%05d".formatted(i % 100_000), "黄", "国五", i % 40));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var table = spreadsheets.write(Format.XLSX, out, "vehicles")) {
      for (List<?> row : rows) {
        table.row(row);
      }
    }
    Preview preview = imports.open(PROVINCE, VEHICLE, null, "v.xlsx", out.toByteArray());
    assertThat(preview.count(State.NEW)).isEqualTo(many);
    assertThat(imports.confirm(PROVINCE, preview.id(), null, true).stored()).isEqualTo(many);
    Preview again = imports.open(PROVINCE, VEHICLE, null, "v.xlsx", out.toByteArray());
    assertThat(again.count(State.UNCHANGED)).isEqualTo(many);
  }

  private Preview open(RegisterKind kind, String... lines) throws IOException {
    String owner = kind.scope() == RegisterKind.Scope.ENTERPRISE ? Bureau.CEMENT : null;
    return openFor(owner, kind, lines);
  }

  /** A file whose rows say themselves whose they are. */
  private Preview openForAll(RegisterKind kind, String... lines) throws IOException {
    return openFor(null, kind, lines);
  }

  private Preview openFor(String owner, RegisterKind kind, String... lines) throws IOException {
    byte[] csv = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    return imports.open(PROVINCE, kind, owner, "list.csv", csv);
  }

  private int stored(String kind) {
    return bureau.registry.list(RegistryQuery.of(kind, 1000)).items().size();
  }

  private List<List<String>> rows(byte[] table) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    spreadsheets.read(new ByteArrayInputStream(table), (number, cells) -> rows.add(cells));
    return rows;
  }
}
