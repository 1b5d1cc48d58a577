package org.qingmen.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingmen.cli.Terminal;
import org.qingmen.cli.Verb;
import org.qingmen.office.CellPlace;
import org.qingmen.office.Sheet;
import org.qingmen.office.Workbooks;

@DisplayName("The tools for decision tables")
class TableToolsTest {

  private static final Path SHIPPED = Path.of("../../rules");
  private static final long MEGABYTE = 1 << 20;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path folder;

  private int run(Object... words) {
    out.reset();
    err.reset();
    PrintStream stdout = new PrintStream(out, true, StandardCharsets.UTF_8);
    PrintStream stderr = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new RulesVerb()
        .run(
            Stream.of(words).map(Object::toString).toList(),
            new Terminal(stdout, stderr, Locale.ENGLISH));
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private Path made(String kind) {
    assertThat(run("new", "my.table", "--kind", kind, "--table", "--dir", folder))
        .as(err())
        .isEqualTo(Verb.OK);
    return folder.resolve("my.table");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"gate", "verification", "inspection", "grading"})
  @DisplayName(
      "make a pack with a table that teaches, green at once, of whose limits each is guarded")
  void newPack(String kind) {
    Path pack = made(kind);

    assertThat(pack.resolve("tables/rules.xlsx")).isRegularFile();
    assertThat(run("test", pack, "--library", SHIPPED)).as(err()).isEqualTo(Verb.OK);
    assertThat(run("check", pack, "--library", SHIPPED)).as(err()).isEqualTo(Verb.OK);
    assertThat(out()).contains("0 notices");
    assertThat(run("mutate", pack, "--library", SHIPPED)).as(err()).isEqualTo(Verb.OK);
  }

  @Test
  @DisplayName("write a workbook as CSV and back, and the pack decides the same")
  void roundTrip() throws IOException {
    Path pack = made("gate");
    Path workbook = pack.resolve("tables/rules.xlsx");
    List<Sheet> before = Workbooks.readXlsx(Files.readAllBytes(workbook), MEGABYTE);

    assertThat(run("table", "export", pack)).as(err()).isEqualTo(Verb.OK);
    Path csv = pack.resolve("tables/rules.规则.csv");
    assertThat(csv).isRegularFile();
    Files.delete(workbook);
    assertThat(run("test", pack)).as(err()).isEqualTo(Verb.OK);
    assertThat(run("table", "import", csv, "--out", workbook)).as(err()).isEqualTo(Verb.OK);

    assertThat(Workbooks.readXlsx(Files.readAllBytes(workbook), MEGABYTE)).isEqualTo(before);
  }

  @Test
  @DisplayName("show the rules that a table becomes, with their cells")
  void show() {
    assertThat(run("table", "show", made("gate"))).isEqualTo(Verb.OK);

    assertThat(out())
        .contains("rule \"r1\"")
        .containsPattern("tables/rules.xlsx!规则!D\\d+ +stageRank >= parameters.number");
  }

  @Test
  @DisplayName("write findings as comments into a copy, and leave the table as it is")
  void annotate() throws IOException {
    Path pack = made("gate");
    Path workbook = pack.resolve("tables/rules.xlsx");
    Sheet sheet = Workbooks.readXlsx(Files.readAllBytes(workbook), MEGABYTE).get(0);
    CellPlace id = find(sheet, "r2");
    byte[] broken = Workbooks.writeXlsx(List.of(new Sheet("规则", with(sheet, id, "r1"))));
    Files.write(workbook, broken);

    assertThat(run("check", pack, "--annotate", folder.resolve("looked"))).isEqualTo(Verb.WRONG);

    assertThat(err()).contains("tables/rules.xlsx!规则!" + id + "  [table-id-twice]");
    assertThat(Files.readAllBytes(workbook)).isEqualTo(broken);
    byte[] copy = Files.readAllBytes(folder.resolve("looked/rules.xlsx"));
    Sheet commented = Workbooks.readXlsx(copy, MEGABYTE).get(0);
    assertThat(commented.at(id).orElseThrow().comment()).contains("The id r1 stands here");
    assertThat(commented.at(id).orElseThrow().value()).isEqualTo("r1");
    assertThat(run("check", pack, "--annotate", pack.resolve("tables"))).isEqualTo(Verb.WRONG);
    assertThat(err()).contains("cannot write copies");
    assertThat(Files.readAllBytes(workbook)).isEqualTo(broken);
  }

  @Test
  @DisplayName("write limits that no case guards into a copy, also of a CSV file")
  void annotateCsv() throws IOException {
    Path pack = made("gate");
    run("table", "export", pack);
    Files.delete(pack.resolve("tables/rules.xlsx"));
    Path cases = pack.resolve("cases/gate.yaml");
    String text = Files.readString(cases);
    Files.writeString(cases, text.replaceAll("(?s)- case: 国零.*?\n\n", ""));

    assertThat(run("mutate", pack, "--annotate", folder.resolve("looked"))).isEqualTo(Verb.WRONG);

    String copy = Files.readString(folder.resolve("looked/rules.规则.csv"));
    assertThat(copy).contains("no case tells \"\"0\"\" from \"\"1\"\"");
    Files.writeString(pack.resolve("tables/rules.规则.csv"), copy);
    assertThat(run("test", pack)).as(err()).isEqualTo(Verb.OK);
  }

  @Test
  @DisplayName("say what was wrong with the call")
  void wrongCalls() throws IOException {
    Files.writeString(folder.resolve("x.xlsx"), "no workbook");

    assertThat(run("table")).isEqualTo(Verb.USAGE);
    assertThat(run("table", "import", folder.resolve("x.xlsx"))).isEqualTo(Verb.USAGE);
    assertThat(run("table", "export", folder.resolve("nowhere.xlsx"))).isEqualTo(Verb.USAGE);
    assertThat(run("table", "export", folder.resolve("x.xlsx"))).isEqualTo(Verb.WRONG);
    assertThat(err()).contains("This is no XLSX file");
    assertThat(run("table", "export", folder)).isEqualTo(Verb.WRONG);
  }

  private static CellPlace find(Sheet sheet, Object value) {
    return sheet.cells().entrySet().stream()
        .filter(cell -> value.equals(cell.getValue().value()))
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  private static java.util.SortedMap<CellPlace, Sheet.Cell> with(
      Sheet sheet, CellPlace place, Object value) {
    var cells = new java.util.TreeMap<>(sheet.cells());
    cells.put(place, new Sheet.Cell(value));
    return cells;
  }
}
