package org.qingmen.office.internal.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qingmen.office.Spreadsheets.Format;

/** What is written comes back as it was. */
class RoundTripTest {

  @ParameterizedTest
  @EnumSource
  void textsNumbersDatesAndTruthComeBackInTheirPlainForm(Format format) throws IOException {
    byte[] file =
        Table.write(
            format,
            List.of(
                List.of("企业", "车次", "吨", "日期", "清洁"),
                Arrays.asList(
                    "唐山钢铁", 12, new BigDecimal("1234.50"), LocalDate.of(2026, 10, 1), true),
                Arrays.asList(null, -3L, 0.25, null, false)));

    assertThat(Table.read(file).values())
        .containsExactly(
            List.of("企业", "车次", "吨", "日期", "清洁"),
            List.of(
                "唐山钢铁", "12", format == Format.CSV ? "1234.50" : "1234.5", "2026-10-01", "true"),
            List.of("", "-3", "0.25", "", "false"));
  }

  @ParameterizedTest
  @EnumSource
  void quotesSeparatorsAndLineBreaksInsideACellComeBack(Format format) throws IOException {
    List<String> row = List.of("a,b;c\td", "他说\"不\"", "第一行\n第二行", "<&>'", "𠮷野家");

    assertThat(Table.read(Table.write(format, List.of(row)))).containsEntry(1, row);
  }

  @Test
  void anInstantShowsTheClockOfChina() throws IOException {
    List<List<?>> rows = List.of(List.of(Instant.parse("2026-09-30T16:00:05.7Z")));

    assertThat(Table.read(Table.write(Format.CSV, rows)).get(1))
        .containsExactly("2026-10-01T00:00:05+08:00");
    assertThat(Table.read(Table.write(Format.XLSX, rows)).get(1))
        .containsExactly("2026-10-01T00:00:05");
  }

  @Test
  void aTimeOfAWholeMinuteStillHasItsSeconds() throws IOException {
    List<List<?>> rows = List.of(List.of(Instant.parse("2026-09-30T16:01:00Z")));

    assertThat(Table.read(Table.write(Format.CSV, rows)).get(1))
        .containsExactly("2026-10-01T00:01:00+08:00");
    assertThat(Table.read(Table.write(Format.XLSX, rows)).get(1))
        .containsExactly("2026-10-01T00:01:00");
  }

  @ParameterizedTest
  @EnumSource
  void randomTablesComeBack(Format format) throws IOException {
    Random random = new Random(20261001);
    String letters = "ab\"',;\n\t=+-@ 冀京津０1２9、。";
    for (int i = 0; i < 200; i++) {
      List<String> row =
          random
              .ints(1 + random.nextInt(6), 1, 12)
              .mapToObj(length -> text(random, letters, length))
              .toList();
      assertThat(Table.read(Table.write(format, List.of(row))).get(1))
          .as("row %s", i)
          .isEqualTo(row);
    }
  }

  /** Blanks around a cell are stripped on reading, so these texts have none. */
  private static String text(Random random, String letters, int length) {
    StringBuilder text = new StringBuilder("x");
    random.ints(length, 0, letters.length()).forEach(at -> text.append(letters.charAt(at)));
    return text.deleteCharAt(0).toString().strip() + "末";
  }

  @Test
  void aTextThatASpreadsheetWouldRunIsDisarmedAndArmedAgain() throws IOException {
    List<String> row =
        List.of("=1+1", "@SUM(A1)", "-2+3+cmd|' /C calc'!A0", "+8613800000000", "-12.5");
    String file = new String(Table.write(Format.CSV, List.of(row)), "UTF-8");

    assertThat(file)
        .isEqualTo("\uFEFF'=1+1,'@SUM(A1),'-2+3+cmd|' /C calc'!A0,+8613800000000,-12.5\r\n");
    assertThat(Table.read(file.getBytes("UTF-8")).get(1)).isEqualTo(row);
  }

  @Test
  void aCellOfXlsxIsNeverAFormula() throws IOException {
    byte[] file = Table.write(Format.XLSX, List.of(List.of("=1+1")));

    assertThat(Table.read(file).get(1)).containsExactly("=1+1");
  }

  @Test
  void aTextLongerThanACellOfExcelIsCutVisibly() throws IOException {
    byte[] file = Table.write(Format.XLSX, List.of(List.of("长".repeat(40_000))));

    assertThat(Table.read(file).get(1).get(0)).hasSize(32_767).endsWith("长…");
  }
}
