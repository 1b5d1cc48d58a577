package org.qingmen.office.internal.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingmen.office.DamagedTableException;
import org.qingmen.office.Spreadsheets.Format;

/** Files as offices send them, and files that are none. */
class ReadingTest {

  private static final Charset GB18030 = Charset.forName("GB18030");

  @Test
  void aFileInGb18030IsRecognised() throws IOException {
    byte[] file = "号牌,企业\r\n冀B12345,唐山钢铁\r\n冀B00001,㙍镕\r\n".getBytes(GB18030);

    assertThat(Table.read(file))
        .containsEntry(1, List.of("号牌", "企业"))
        .containsEntry(2, List.of("冀B12345", "唐山钢铁"))
        .containsEntry(3, List.of("冀B00001", "㙍镕"));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void theSeparatorShowsFromTheFirstRow(String separator) throws IOException {
    String file = String.join(separator, "号牌", "\"a,b;c\"", "质量") + "\n" + "1" + separator + "2";

    assertThat(Table.read(file.getBytes(UTF_8)))
        .containsExactly(
            Map.entry(1, List.of("号牌", "a,b;c", "质量")), Map.entry(2, List.of("1", "2")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void anyLineEndWillDoAndBlankRowsCountButAreNotTold(String end) throws IOException {
    String file = "\uFEFFa,b" + end + ",," + end + end + "c,d" + end;

    assertThat(Table.read(file.getBytes(UTF_8)))
        .containsExactly(Map.entry(1, List.of("a", "b")), Map.entry(4, List.of("c", "d")));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`a,b\\nc,\"d\\ne,f`, open-quote, 2",
        "`a,b\\n\"c\"d,e`, after-quote, 2",
        "`a\\nb\\nc\\0d`, zero-byte, 3"
      })
  void aBrokenCsvIsRefusedWithItsRow(String text, String code, int row) {
    String file = text.replace("\\n", "\n").replace("\\0", "\0");

    assertRefused(file.getBytes(UTF_8), code, row);
  }

  @Test
  void bytesThatAreNoTextAreRefusedWithTheirRow() {
    byte[] good = "a,b\r\n号牌,质量\r\n".getBytes(GB18030);
    byte[] file = Arrays.copyOf(good, good.length + 3);
    file[good.length] = 'x';
    file[good.length + 1] = (byte) 0xFF;
    file[good.length + 2] = '\n';

    assertRefused(file, "not-text", 3);
  }

  @Test
  void anEmptyFileAndOldExcelAreNamed() {
    assertRefused(new byte[0], "empty", 0);
    assertRefused(
        new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3}, "old-excel", 0);
  }

  @Test
  void aCellThatIsTooLongIsRefusedWithItsRow() {
    assertRefused(("a\n" + "x".repeat(40_000)).getBytes(UTF_8), "long-cell", 2);
  }

  @Test
  void aCutXlsxIsRefused() {
    byte[] file = Table.write(Format.XLSX, List.of(List.of("a"), List.of("b")));

    assertRefused(Arrays.copyOf(file, file.length / 2), "damaged-xlsx", 0);
  }

  @ParameterizedTest
  @CsvSource({
    "'<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>2</v></row>', damaged-xlsx, 2",
    "'<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>', many-cells, 1",
    "'<row r=\"3\"><c r=\"A3\" t=\"s\"><v>2000000000</v></c></row>', damaged-xlsx, 3",
    "'<row r=\"2000000\"><c r=\"A1\"><v>1</v></c></row>', many-rows, 2000000"
  })
  void anXlsxThatSaysWhatCannotBeIsRefusedWithItsRow(String row, String code, int number)
      throws IOException {
    assertRefused(xlsx(row), code, number);
  }

  private static byte[] xlsx(String rows) throws IOException {
    Path good = Files.createTempFile("good", ".xlsx");
    Files.write(good, Table.write(Format.XLSX, List.of(List.of("a"))));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipFile in = new ZipFile(good.toFile());
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry entry : Collections.list(in.entries())) {
        zip.putNextEntry(new ZipEntry(entry.getName()));
        boolean sheet = entry.getName().contains("worksheets/sheet");
        zip.write(sheet ? sheet(rows) : in.getInputStream(entry).readAllBytes());
      }
    }
    Files.delete(good);
    return out.toByteArray();
  }

  private static byte[] sheet(String rows) {
    String xml =
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
            + rows
            + "</sheetData></worksheet>";
    return xml.getBytes(UTF_8);
  }

  private static void assertRefused(byte[] file, String code, int row) {
    assertThatThrownBy(() -> Table.read(file))
        .isInstanceOfSatisfying(
            DamagedTableException.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.row()).isEqualTo(row);
              assertThat(e.zh()).isNotBlank().isNotEqualTo(e.en());
            });
  }
}
