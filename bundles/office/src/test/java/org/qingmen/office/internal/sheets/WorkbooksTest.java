package org.qingmen.office.internal.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.qingmen.office.CellPlace;
import org.qingmen.office.DamagedTableException;
import org.qingmen.office.Sheet;
import org.qingmen.office.Sheet.Cell;
import org.qingmen.office.Workbooks;

@DisplayName("A workbook, cell by cell,")
class WorkbooksTest {

  private static final long MEGABYTE = 1 << 20;

  private static final List<String> TEXTS =
      List.of(
          "国六",
          "5",
          "-0.5",
          "true",
          "FALSE",
          "2026-10-01",
          "'x",
          "''",
          "=A1",
          "@p",
          "- ",
          ">= 5",
          " 前后 ",
          "a,b",
          "a;b\tc",
          "他说\"不\"",
          "一行\n二行",
          "007",
          "1e5",
          "𠮷野家",
          "<&>",
          "#",
          "1.50",
          "0",
          "2026-13-45",
          "+86",
          "|x");

  @Test
  @DisplayName("goes from XLSX to CSV and back with every value at its place")
  void roundTrip() throws IOException {
    for (int seed = 0; seed < 200; seed++) {
      Sheet sheet = random(new Random(seed));

      Sheet read = Workbooks.readXlsx(Workbooks.writeXlsx(List.of(sheet)), MEGABYTE).get(0);
      assertThat(read).as("XLSX of seed %s", seed).isEqualTo(sheet);
      Sheet csv = Workbooks.readCsv(Workbooks.writeCsv(read));
      assertThat(csv.cells()).as("CSV of seed %s", seed).isEqualTo(sheet.cells());
      Sheet named = new Sheet(sheet.name(), csv.cells());
      Sheet again = Workbooks.readXlsx(Workbooks.writeXlsx(List.of(named)), MEGABYTE).get(0);
      assertThat(again).as("XLSX again of seed %s", seed).isEqualTo(sheet);
    }
  }

  private static Sheet random(Random random) {
    SortedMap<CellPlace, Cell> cells = new TreeMap<>();
    int rows = 1 + random.nextInt(12);
    for (int row = 1; row <= rows; row++) {
      for (int column = 1; column <= 1 + random.nextInt(8); column++) {
        if (random.nextInt(4) > 0) {
          cells.put(new CellPlace(row, column), new Cell(value(random)));
        }
      }
    }
    return new Sheet("规则" + random.nextInt(9), cells);
  }

  private static Object value(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> plain(BigDecimal.valueOf(random.nextInt(2_000_000) - 1_000_000, random.nextInt(6)));
      case 1 -> random.nextBoolean();
      case 2 -> LocalDate.of(1950, 1, 1).plusDays(random.nextInt(40_000));
      case 3 -> LocalDateTime.of(2020, 1, 1, 0, 0, 1).plusSeconds(1 + random.nextInt(80_000));
      default -> TEXTS.get(random.nextInt(TEXTS.size()));
    };
  }

  private static BigDecimal plain(BigDecimal number) {
    return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
  }

  @Test
  @DisplayName("tells what is computed, merged or hidden")
  void whatDoesNotShow() throws IOException {
    byte[] file =
        workbook(
            book -> {
              Worksheet sheet = book.newWorksheet("规则");
              sheet.value(0, 0, "id");
              sheet.formula(1, 0, "1+1");
              sheet.value(2, 0, 3);
              sheet.range(3, 0, 4, 2).merge();
              sheet.hideRow(2);
              sheet.hideColumn(1);
              Worksheet other = book.newWorksheet("暗");
              other.value(0, 0, "x");
              other.setVisibilityState(VisibilityState.HIDDEN);
            });

    List<Sheet> sheets = Workbooks.readXlsx(file, MEGABYTE);

    assertThat(sheets).extracting(Sheet::name).containsExactly("规则", "暗");
    assertThat(sheets).extracting(Sheet::hidden).containsExactly(false, true);
    Sheet sheet = sheets.get(0);
    assertThat(sheet.at(CellPlace.of("A2")).orElseThrow().formula()).isEqualTo("1+1");
    assertThat(sheet.merged()).containsExactly("A4:C5");
    assertThat(sheet.hiddenRows()).containsExactly(3);
    assertThat(sheet.hiddenColumns()).containsExactly(2);
  }

  @Test
  @DisplayName("gets comments beside those of other people, as often as one likes")
  void comments() throws IOException {
    byte[] file =
        workbook(
            book -> {
              Worksheet sheet = book.newWorksheet("规则");
              sheet.value(0, 0, "id");
              sheet.value(1, 0, "r1");
              sheet.comment(1, 0, "张三：请核对");
              book.newWorksheet("另一张").value(0, 1, true);
            });
    CellPlace a1 = CellPlace.of("A1");
    CellPlace a2 = CellPlace.of("A2");
    CellPlace b1 = CellPlace.of("B1");

    byte[] once =
        Workbooks.annotated(
            file,
            Map.of("规则", Map.of(a1, "缺条款", a2, "编号重复"), "另一张", Map.of(b1, "<不认识> & 多余")),
            "青门");
    List<Sheet> sheets = Workbooks.readXlsx(once, MEGABYTE);

    assertThat(sheets.get(0).at(a1).orElseThrow().comment()).isEqualTo("缺条款");
    assertThat(sheets.get(0).at(a2).orElseThrow().comment()).contains("张三：请核对", "编号重复");
    assertThat(sheets.get(1).at(b1).orElseThrow().comment()).isEqualTo("<不认识> & 多余");
    assertThat(sheets.get(1).at(b1).orElseThrow().value()).isEqualTo(true);

    byte[] twice = Workbooks.annotated(once, Map.of("规则", Map.of(a1, "现在好些")), "青门");
    List<Sheet> later = Workbooks.readXlsx(twice, MEGABYTE);
    assertThat(later.get(0).at(a1).orElseThrow().comment()).isEqualTo("现在好些");
    assertThat(later.get(0).at(a2).orElseThrow().comment()).contains("张三：请核对");
    assertThat(later.get(1).at(b1).orElseThrow().comment()).isNull();
    assertThat(later.get(0).cells().keySet()).isEqualTo(sheets.get(0).cells().keySet());
  }

  @Test
  @DisplayName("is read as CSV in the character set of Chinese spreadsheet programs")
  void gb18030() throws IOException {
    byte[] file = "id;条款\r\n\r\nr1;第一条\r\n".getBytes(Charset.forName("GB18030"));

    Sheet sheet = Workbooks.readCsv(file);

    assertThat(sheet.at(CellPlace.of("B1")).orElseThrow().value()).isEqualTo("条款");
    assertThat(sheet.at(CellPlace.of("B3")).orElseThrow().value()).isEqualTo("第一条");
  }

  @Test
  @DisplayName("is refused by name when it could run, reaches out, is damaged or blows up")
  void refused() throws IOException {
    byte[] good = Workbooks.writeXlsx(List.of(random(new Random(1))));

    refused(new byte[0], "empty");
    refused("id,clause".getBytes(StandardCharsets.UTF_8), "no-xlsx");
    refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, "old-excel");
    refused(zip(Map.of("x.txt", "x")), "no-xlsx");
    refused(with(good, "xl/vbaProject.bin", "x"), "macros");
    refused(with(good, "xl/externalLinks/externalLink1.xml", "<x/>"), "external-links");
    refused(with(good, "xl/media/zeros.bin", "0".repeat(2 << 20)), "unpacks-too-large");
    refused(with(good, "xl/worksheets/sheet1.xml", "<worksheet><sheetData><row"), "damaged-xlsx");
    refused(
        with(
            good,
            "xl/worksheets/sheet1.xml",
            "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><worksheet>&y;</worksheet>"),
        "damaged-xlsx");
    refused(
        with(good, "xl/worksheets/sheet1.xml", "<worksheet><row r=\"9999999\"/></worksheet>"),
        "many-rows");
  }

  private static void refused(byte[] file, String code) {
    assertThatThrownBy(() -> Workbooks.readXlsx(file, MEGABYTE))
        .as(code)
        .isInstanceOfSatisfying(
            DamagedTableException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private static byte[] with(byte[] file, String part, String text) throws IOException {
    Unzipped parts = Unzipped.of(file, MEGABYTE);
    parts.parts().put(part, text.getBytes(StandardCharsets.UTF_8));
    return parts.zip();
  }

  private static byte[] zip(Map<String, String> parts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }

  private interface Making {
    void make(Workbook book) throws IOException;
  }

  private static byte[] workbook(Making making) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Workbook book = new Workbook(out, "test", "1.0");
    making.make(book);
    book.finish();
    return out.toByteArray();
  }

  @Test
  @DisplayName("names its cells as spreadsheet programs do")
  void places() {
    List<String> names = new ArrayList<>();
    for (int column : new int[] {1, 26, 27, 52, 702, 703, 16_384}) {
      names.add(new CellPlace(7, column).toString());
    }
    assertThat(names).containsExactly("A7", "Z7", "AA7", "AZ7", "ZZ7", "AAA7", "XFD7");
    assertThat(names).allSatisfy(name -> assertThat(CellPlace.of(name)).hasToString(name));
    assertThatThrownBy(() -> CellPlace.of("7A")).isInstanceOf(IllegalArgumentException.class);
  }
}
