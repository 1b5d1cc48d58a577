package org.qingmen.api.internal.packs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qingmen.office.Spreadsheets;
import org.qingmen.office.Spreadsheets.Format;

/** The result of an impact as somebody reads it in a spreadsheet. */
class ImpactTableTest {

  private static final String RESULT =
      """
      {"records": 100, "flips": 7,
       "verdicts": [{"before": "allow", "after": "deny", "count": 7, "examples": ["D1", "DZ"]}],
       "enterprises": [{"enterprise": "91440100700000001K001P", "before": "allow",
         "after": "deny", "count": 7, "examples": ["D1"]}],
       "rules": [{"pack": "trial.gate", "code": "trial.stop", "rule": "=停运", "flips": 7,
         "fresh": {"count": 7, "examples": ["D1"]}, "gone": {"count": 0, "examples": []}}],
       "gradeChanges": [{"before": "A", "after": null, "count": 1, "examples": []}],
       "graded": [{"enterprise": "91440100700000001K001P", "industry": "I15", "before": "A",
         "after": null, "reason": "no-pack", "indicators": ["clean.share", "road.share"],
         "examples": ["D9"]}]}
      """;

  @ParameterizedTest
  @EnumSource
  void everyFlipIsARowWithItsCountAndItsExamples(Format format) throws IOException {
    List<List<String>> rows = written(format, Locale.ENGLISH);

    assertThat(rows.get(0)).startsWith("Part", "Enterprise", "Industry", "Rule pack");
    assertThat(rows.get(1))
        .containsExactly("Verdicts that flip", "", "", "", "", "", "allow", "deny", "7", "D1 DZ");
    assertThat(rows.get(2)).startsWith("By enterprise", "91440100700000001K001P");
    assertThat(rows.get(3))
        .startsWith("Rule says so only with the candidate", "", "", "trial.gate")
        .contains("trial.stop", "7", "D1");
    assertThat(rows.get(4)).startsWith("Rule does not say so any more").contains("0");
    assertThat(rows.get(5)).startsWith("Grades that flip").contains("A", "1");
    assertThat(rows.get(6))
        .startsWith("Grade of an enterprise", "91440100700000001K001P", "I15")
        .contains("clean.share road.share", "no-pack", "A", "1", "D9");
    assertThat(rows).hasSize(7);
  }

  @Test
  void itSpeaksTheLanguageOfTheReader() throws IOException {
    List<List<String>> rows = written(Format.XLSX, Locale.CHINESE);

    assertThat(rows.get(1).get(0)).isEqualTo("判定改变");
    assertThat(rows.get(1)).contains("放行", "禁止通行");
  }

  @Test
  void aJobWithoutAResultIsATableWithoutRows() throws IOException {
    assertThat(new ImpactTable(Locale.ENGLISH).rows(json("{}"))).hasSize(1);
  }

  private static List<List<String>> written(Format format, Locale language) throws IOException {
    Spreadsheets sheets = sheets();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Spreadsheets.TableWriter table = sheets.write(format, out, "impact")) {
      for (List<?> row : new ImpactTable(language).rows(json(RESULT))) {
        table.row(row);
      }
    }
    List<List<String>> rows = new ArrayList<>();
    sheets.read(
        new ByteArrayInputStream(out.toByteArray()), (number, cells) -> rows.add(filled(cells)));
    return rows;
  }

  /** Cells at the end of a row may be missing, and empty ones may be null. */
  private static List<String> filled(List<String> cells) {
    List<String> filled = new ArrayList<>();
    cells.forEach(cell -> filled.add(cell == null ? "" : cell));
    return filled;
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }

  private static Spreadsheets sheets() {
    try {
      return (Spreadsheets)
          Class.forName("org.qingmen.office.internal.sheets.SpreadsheetService")
              .getConstructor()
              .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
