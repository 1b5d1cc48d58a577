package org.qingmen.engine.internal.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.qingmen.engine.internal.pack.PackFiles;
import org.qingmen.engine.internal.pack.Problems;
import org.qingmen.model.Division;
import org.qingmen.model.Text;
import org.qingmen.office.CellPlace;
import org.qingmen.office.Sheet;
import org.qingmen.office.Workbooks;
import org.qingmen.spi.pack.PackDescriptor;
import org.qingmen.spi.pack.PackProblem;

@DisplayName("A bad table is refused with its own reason and its cell:")
class BadTablesTest {

  private static final String GOOD =
      """
      table,gate-stage
      package,my.gate
      code,my.stage
      clause,第一条
      zh,车辆 {Passage.plate}
      en,vehicle {Passage.plate}
      source,试验办法
      verified,TRUE
      id,Passage.heavy,Passage.fuel,Passage.stageRank <,then verdict,note
      r1,TRUE,diesel,5,deny,
      r2,TRUE,"natural-gas, lpg",6,warn,
      """;

  private static Stream<Arguments> texts() {
    return Stream.of(
        bad("no head", "id,Passage", "name,Passage", "table-setting", "A9"),
        bad("empty", GOOD, "# nothing\n", "table-no-head", null),
        bad(
            "no rules",
            "r1,TRUE,diesel,5,deny,\nr2,TRUE,\"natural-gas, lpg\",6,warn,\n",
            "",
            "table-no-rows",
            "A9"),
        bad("unknown setting", "source,", "autor,", "table-setting", "A7"),
        bad("setting without a value", "code,my.stage", "code,", "table-setting-empty", "B3"),
        bad("setting twice", "verified,TRUE", "source,b", "table-setting-twice", "A8"),
        bad("no table name", "table,gate-stage", "# x", "table-setting-missing", "A1"),
        bad("no package", "package,my.gate", "# x", "table-setting-missing", "A1"),
        bad("bad table name", "gate-stage", "Gate Stage", "table-name", "B1"),
        bad("bad package", "my.gate", "java.lang", "drl-package", null),
        bad("unknown column", "Passage.heavy", "排放阶段", "table-column", "B9"),
        bad("column twice", "Passage.heavy", "Passage.fuel", "table-column-twice", "C9"),
        bad("unknown fact", "Passage.heavy", "Truck.heavy", "table-fact", "B9"),
        bad("unknown value", "Passage.heavy", "Passage.heavier", "table-field", "B9"),
        bad(
            "cell without a head",
            "then verdict,note",
            "then verdict,\nr0,TRUE,diesel,5,deny,stray",
            "table-stray",
            "F10"),
        bad("no id", "r1,", ",", "table-no-id", "A10"),
        bad("bad id", "r1,", "r 1,", "table-id", "A10"),
        bad("id twice", "r2,", "r1,", "table-id-twice", "A11"),
        bad("no clause", "clause,第一条\n", "", "table-missing", "A9"),
        bad("no message", "en,vehicle {Passage.plate}\n", "", "table-missing", "A9"),
        bad("no source of a figure", "source,试验办法\n", "", "table-origin", "A9"),
        bad("verified or not", "verified,TRUE", "verified,maybe", "table-type", "B8"),
        bad("straight quotation marks", "第一条", "\"第\"\"一\"\"条\"", "table-quotes", "B4"),
        bad(
            "a text that goes on as a condition",
            "diesel,5,",
            "\"diesel\"\" || fuel != \"\"zzz\",5,",
            "table-quotes",
            "C10"),
        bad(
            "a list that goes on as conditions",
            "diesel,5,",
            "\"gas, diesel\"\", plate != null || plate == null, fuel != \"\"zzz\",5,",
            "table-quotes",
            "C10"),
        bad("text for a number", "diesel,5,", "diesel,five,", "table-type", "D10"),
        bad("number kept as text", "diesel,5,", "diesel,'5x,", "table-type", "D10"),
        bad("number for a truth value", "r1,TRUE,", "r1,1,", "table-type", "B10"),
        bad("order of texts", "diesel,5", "> diesel,5", "table-order", "C10"),
        bad("unknown verdict", "5,deny", "5,forbid", "table-value", "E10"),
        bad("no condition", "r1,TRUE,diesel,5,deny,", "r1,,,,deny,", "table-no-condition", "A10"),
        bad("no action", "r1,TRUE,diesel,5,deny,", "r1,TRUE,diesel,5,,", "table-no-action", "A10"),
        bad(
            "unknown placeholder",
            "zh,车辆 {Passage.plate}",
            "zh,车辆 {plate}",
            "table-placeholder",
            "B5"),
        bad(
            "numbered placeholder",
            "zh,车辆 {Passage.plate}",
            "zh,车辆 {0}",
            "table-placeholder",
            "B5"),
        bad("time of day", "clause,第一条", "clause,2026-10-01T08:00:00", "table-time", "B4"),
        bad(
            "reversed period",
            "code,my.stage",
            "code,my.stage\nfrom,2027-01-01\nto,2026-01-01",
            "period",
            "B5"),
        bad("no date", "code,my.stage", "code,my.stage\nfrom,soon", "table-type", "B4"),
        bad("too many digits", "diesel,5,", "diesel,1234567890123456,", "table-number", "D10"),
        bad("long text", "第一条", "条".repeat(2001), "table-long-text", "B4"),
        bad(
            "too many columns",
            "then verdict,note",
            "then verdict,note" + ",".repeat(200) + "x",
            "table-too-many-columns",
            null));
  }

  private static Arguments bad(String what, String from, String to, String code, String cell) {
    return Arguments.of(what, GOOD.replace(from, to), code, cell);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void refused(String what, String csv, String code, String cell) {
    List<PackProblem> problems = read("tables/t.csv", csv.getBytes(StandardCharsets.UTF_8));
    if (code.startsWith("drl-")) {
      // A message that names the vehicle is a condition: there must be one. The rest is the
      // parser's.
      assertThat(problems).isEmpty();
      return;
    }
    assertThat(problems).extracting(PackProblem::code).contains(code);
    PackProblem problem =
        problems.stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow();
    if (cell != null) {
      assertThat(problem.file()).isEqualTo("tables/t.csv!" + cell);
    }
    assertThat(problem.file()).startsWith("tables/t.csv");
    assertThat(problem.message().zh()).doesNotContain("{0}").matches("(?s).*[。：）”].*");
  }

  private static Stream<Arguments> openTypes() {
    String table =
        GOOD.replace("zh,车辆 {Passage.plate}", "zh,x").replace("en,vehicle {Passage.plate}", "en,x");
    String of = "id,a.x,a.y : number,a.z : date,then conclude r\n";
    String head = table.substring(0, table.indexOf("id,")) + of;
    return Stream.of(
        Arguments.of(head + "r1,5,,,a\nr2,big,,,b\n", "table-mixed-types", "B11"),
        Arguments.of(head + "r1,,5..3,,a\n", "table-range", "C10"),
        Arguments.of(head + "r1,,big,,a\n", "table-type", "C10"),
        Arguments.of(head + "r1,,,> 2026-02-30,a\n", "table-type", "D10"),
        Arguments.of(head + "r1,TRUE,\"1, x\",,a\n", "table-type", "C10"),
        Arguments.of(head + "r1,,,,a\n", "table-no-condition", "A10"),
        Arguments.of(head + "r1,a,,,\"a \"\" b\"\n", "table-quotes", "E10"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("openTypes")
  void refusedForItsTypes(String csv, String code, String cell) {
    assertThat(read("tables/t.csv", csv.getBytes(StandardCharsets.UTF_8)))
        .extracting(PackProblem::code, PackProblem::file)
        .contains(org.assertj.core.groups.Tuple.tuple(code, "tables/t.csv!" + cell));
  }

  private interface Change {
    void make(Worksheet sheet, Workbook book) throws IOException;
  }

  private static Stream<Arguments> workbooks() {
    Change nothing = (sheet, book) -> {};
    return Stream.of(
        book("formula", (s, b) -> s.formula(9, 3, "2+3"), "table-formula", "!D10"),
        book("merged", (s, b) -> s.range(9, 1, 10, 1).merge(), "table-merged", "!B10"),
        book("hidden row", (s, b) -> s.hideRow(9), "table-hidden-row", "!A10"),
        book("hidden column", (s, b) -> s.hideColumn(3), "table-hidden-column", "!D9"),
        book(
            "hidden sheet",
            (s, b) -> s.setVisibilityState(VisibilityState.VERY_HIDDEN),
            "table-hidden-sheet",
            ""),
        book("rows", (s, b) -> s.value(5001, 0, "r9"), "table-too-many-rows", "!A5001"),
        Arguments.of("only notes", named("#说明", nothing), "table-no-sheet", ""),
        Arguments.of("macros", with("xl/vbaProject.bin", 10), "table-macros", ""),
        Arguments.of(
            "links", with("xl/externalLinks/externalLink1.xml", 10), "table-external-links", ""),
        Arguments.of("bomb", with("xl/media/zeros.bin", 40 << 20), "table-too-large", ""),
        Arguments.of("damaged", with("xl/workbook.xml", 10), "table-unreadable", ""),
        Arguments.of(
            "old Excel", new byte[] {(byte) 0xD0, (byte) 0xCF, 1, 2}, "table-other-program", ""),
        Arguments.of("no zip", "x,y".getBytes(StandardCharsets.UTF_8), "table-unreadable", ""),
        Arguments.of("nothing", new byte[0], "table-unreadable", ""));
  }

  private static Arguments book(String what, Change change, String code, String cell) {
    return Arguments.of(what, named("规则", change), code, cell);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("workbooks")
  void workbookRefused(String what, byte[] file, String code, String cell) {
    List<PackProblem> problems = read("tables/t.xlsx", file);
    if (code == null) {
      assertThat(problems).isEmpty();
      return;
    }
    assertThat(problems).extracting(PackProblem::code).contains(code);
    assertThat(problems.get(0).file())
        .isEqualTo(cell.startsWith("!") ? "tables/t.xlsx!规则" + cell : problems.get(0).file());
  }

  @Test
  @DisplayName("but a good one is taken, from either kind of file, with the same rules")
  void good() {
    Problems problems = new Problems();
    byte[] csv = GOOD.getBytes(StandardCharsets.UTF_8);
    TableRules ofCsv = tables("tables/t.csv", csv, problems).get(0);
    TableRules ofBook = tables("tables/t.xlsx", named("规则", (s, b) -> {}), problems).get(0);

    assertThat(problems.all()).isEmpty();
    assertThat(ofCsv.text())
        .isEqualTo(ofBook.text())
        .contains("rule \"r1\"", "outcome.deny(drools, $v0);");
    assertThat(ofCsv.parameters())
        .isEqualTo(ofBook.parameters())
        .extracting(one -> one.name(), one -> one.value(), one -> one.from())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "gate-stage.r1.Passage.stageRank.max",
                new BigDecimal("5"),
                LocalDate.of(2026, 1, 1)),
            org.assertj.core.groups.Tuple.tuple(
                "gate-stage.r2.Passage.stageRank.max",
                new BigDecimal("6"),
                LocalDate.of(2026, 1, 1)));
    assertThat(ofBook.parameterCells())
        .containsEntry("gate-stage.r1.Passage.stageRank.max", "tables/t.xlsx!规则!D10");
    String again = Tables.asCsv("tables/t.xlsx", named("规则", (s, b) -> {})).get("tables/t.规则.csv");
    assertThat(tables("tables/t.csv", again.getBytes(StandardCharsets.UTF_8), problems).get(0))
        .extracting(TableRules::text, TableRules::parameters)
        .containsExactly(ofCsv.text(), ofCsv.parameters());
  }

  private static List<PackProblem> read(String path, byte[] file) {
    Problems problems = new Problems();
    tables(path, file, problems);
    return problems.all();
  }

  private static List<TableRules> tables(String path, byte[] file, Problems problems) {
    return Tables.read(new PackFiles(new TreeMap<>(Map.of(path, file))), PACK, problems);
  }

  private static final PackDescriptor PACK =
      new PackDescriptor(
          "my.gate",
          "1.0.0",
          PackDescriptor.Kind.GATE,
          new Text("试验", "Trial"),
          "试验办法",
          new Division("000000"),
          List.of(),
          List.of(),
          LocalDate.of(2026, 1, 1),
          null,
          null,
          List.of(),
          false,
          false,
          List.of(),
          null,
          0,
          false,
          new PackDescriptor.Owner("试验", "trial@example.org"));

  private static byte[] named(String name, Change change) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Sheet cells = Workbooks.readCsv(GOOD.getBytes(StandardCharsets.UTF_8));
      Workbook book = new Workbook(out, "test", "1.0");
      Worksheet sheet = book.newWorksheet(name);
      for (Map.Entry<CellPlace, Sheet.Cell> cell : cells.cells().entrySet()) {
        int row = cell.getKey().row() - 1;
        int column = cell.getKey().column() - 1;
        Object value = cell.getValue().value();
        if (value instanceof Number number) {
          sheet.value(row, column, number);
        } else if (value instanceof Boolean truth) {
          sheet.value(row, column, truth);
        } else if (!(value instanceof LocalDateTime)) {
          sheet.value(row, column, value.toString());
        }
      }
      change.make(sheet, book);
      book.finish();
      return out.toByteArray();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** A workbook with a part of so many zeros. */
  private static byte[] with(String part, int zeros) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry(part));
      zip.write(new byte[zeros]);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
