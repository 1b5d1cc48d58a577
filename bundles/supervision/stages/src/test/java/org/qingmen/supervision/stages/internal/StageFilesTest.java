package org.qingmen.supervision.stages.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.qingmen.model.EmissionStage;
import org.qingmen.office.Spreadsheets.Format;
import org.qingmen.office.internal.sheets.SpreadsheetService;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.supervision.stages.Determination;
import org.qingmen.supervision.stages.StageCatalogue.Imported;
import org.qingmen.supervision.stages.StageCatalogue.Rejected;
import org.qingmen.supervision.stages.StageLists.Sheet;

@DisplayName("Files")
class StageFilesTest {

  private static final String CATALOGUE =
      """
      目录类别,编号,排放阶段,日期,来源
      型号,ZZ4257,国四,2014-01-01,公告第一批
      型号,zz4257,国五,2017-03-01,公告第二批
      型号,ZZ4257,国五,2017-03-01,公告第二批
      公开编号,CNFJG300ABCD123456000000,3,2016-05-01,公开平台
      型号,,国五,2017-03-01,
      型号,ZZ1,国七,2017-03-01,
      公开编号,CN1,3,2016-05-01,
      型号,ZZ1,国五,2017-02-30,
      别的,ZZ1,国五,2017-02-01,
      """;

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
  @DisplayName("of the catalogue are previewed, taken once, and give back the rows that are wrong")
  void takesACatalogue() {
    Imported preview = office.take(CATALOGUE, true);
    assertThat(preview.added()).isEqualTo(3);
    assertThat(office.catalogue.list(null, null, 10).items()).isEmpty();

    Imported done = office.take(CATALOGUE);
    assertThat(done.rows()).isEqualTo(9);
    assertThat(done.added()).isEqualTo(3);
    assertThat(done.rejected())
        .extracting(Rejected::row, Rejected::code)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(6, "catalogue-key"),
            org.assertj.core.groups.Tuple.tuple(7, "catalogue-stage"),
            org.assertj.core.groups.Tuple.tuple(8, "catalogue-disclosure"),
            org.assertj.core.groups.Tuple.tuple(9, "catalogue-date"),
            org.assertj.core.groups.Tuple.tuple(10, "catalogue-kind"));
    assertThat(done.rejected().get(1).cells()).contains("国七");

    assertThat(office.take(CATALOGUE).added()).isZero();
    assertThat(office.catalogue.list("ZZ4257", null, 10).items()).hasSize(1);
    assertThat(office.ask("model", "ZZ4257", "registered", "2016-01-01").stage())
        .isEqualTo(EmissionStage.IV);
    assertThat(office.ask("disclosure", "cnfjg300abcd123456000000").basis().get(0).kind())
        .isEqualTo("disclosed");
  }

  @Test
  @DisplayName("may write days as people write them")
  void readsDaysAsPeopleWriteThem() {
    String rows = "目录类别,编号,排放阶段,日期,来源\n型号,ZZ7,国五,2017/3/1,公告\n型号,ZZ8,国五,20170301,公告\n";
    assertThat(office.take(rows).added()).isEqualTo(2);
    for (String day : java.util.List.of("2018/5/1", "2018-5-1", "20180501", "2018-05-01")) {
      assertThat(office.ask("model", "ZZ7", "registered", day).stage())
          .as(day)
          .isEqualTo(EmissionStage.V);
    }
  }

  @Test
  @DisplayName("with a day of registration that has not come are suspicious")
  void suspectsADayThatHasNotCome() {
    var ahead = office.ask("colour", "yellow", "fuel", "diesel", "registered", "2099-01-01");
    assertThat(ahead.suspicious()).isTrue();
    assertThat(ahead.findings())
        .extracting(org.qingmen.spi.intake.PassageAnswer.Finding::code)
        .contains("stage.registered-ahead");
    assertThat(
            office.ask("colour", "yellow", "fuel", "diesel", "registered", "2022-01-01").findings())
        .isEmpty();
  }

  @Test
  @DisplayName("without the columns that are needed, or that are no table, are refused")
  void refusesOtherFiles() {
    assertThat(catchThrowableOfType(Refusal.class, () -> office.take("编号,来源\nA,B\n")).code())
        .isEqualTo("stage-columns");
    assertThat(catchThrowableOfType(Refusal.class, () -> office.take("")).code())
        .isIn("stage-columns", "stage-file");
    byte[] damaged = {'P', 'K', 3, 4, 0, 0, 1, 2, 3};
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> office.lists.read(new ByteArrayInputStream(damaged)));
    assertThat(refusal.code()).isEqualTo("stage-file");
  }

  @Test
  @DisplayName("of questions are answered row by row, the wrong ones with what is wrong")
  void answersAList() throws IOException {
    String csv =
        """
        序号,号牌,号牌颜色,登记日期,燃料,排放阶段
        1,冀B12345,黄,2018-05-01,柴油,国五
        2,冀B12346,黄,2022-05-01,柴油,国五
        3,冀B12347,紫,2022-05-01,柴油,国五
        """;
    Sheet sheet =
        office.lists.read(new ByteArrayInputStream(csv.getBytes(Charset.forName("GB18030"))));
    List<Determination> answers = new ArrayList<>();
    sheet
        .rows()
        .forEach(
            row ->
                answers.add(
                    row.question() == null ? null : office.stages.determine(row.question(), null)));

    assertThat(answers.get(0).suspicious()).isFalse();
    assertThat(answers.get(1).suspicious()).isTrue();
    assertThat(answers.get(2)).isNull();
    for (Format format : Format.values()) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      office.lists.write(sheet, answers, format, out, Locale.CHINESE);
      List<List<String>> rows = new ArrayList<>();
      new SpreadsheetService()
          .read(new ByteArrayInputStream(out.toByteArray()), (number, cells) -> rows.add(cells));
      assertThat(rows.get(0)).contains("号牌", "判定阶段", "可疑");
      assertThat(rows.get(1)).contains("冀B12345", "国五", "登记（出厂）日期", "否");
      assertThat(rows.get(2)).contains("国六", "是");
      assertThat(String.join(" ", rows.get(3))).contains("没有这个代码或名称：紫");
    }
  }

  @Test
  @DisplayName("may name their columns by code")
  void readsCodes() throws IOException {
    byte[] csv = "vin,stage\nLZZ1CLVB7JA000001,5\n".getBytes(StandardCharsets.UTF_8);

    Sheet sheet = office.lists.read(new ByteArrayInputStream(csv));

    assertThat(sheet.rows().get(0).question().stated()).isEqualTo(EmissionStage.V);
  }
}
