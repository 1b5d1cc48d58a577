package org.qingmen.office.internal.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qingmen.office.Spreadsheets.Format;
import org.qingmen.office.Spreadsheets.TableWriter;

/** Memory does not grow with the rows: 200,000 of them take no more than 2,000 do. */
class ManyRowsTest {

  private static final int ROWS = 200_000;
  private static final int WARM = 20_000;
  private static final long MOST = 8L << 20;

  private final SpreadsheetService sheets = new SpreadsheetService();
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void writingAndReadingKeepNoRows(Format format) throws IOException {
    Path file = folder.resolve("rows");
    assertThat(write(format, file)).as("kept while writing").isLessThan(MOST);
    assertThat(read(file)).as("kept while reading").isLessThan(MOST);
  }

  private long write(Format format, Path file) throws IOException {
    long before = 0;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        TableWriter table = sheets.write(format, out, "rows")) {
      for (int i = 0; i < ROWS; i++) {
        table.row(List.of(i, "冀B" + i, "通行记录第 " + i + " 行，甲乙丙丁戊己庚辛壬癸", i / 7.0));
        before = i == WARM ? live() : before;
      }
      return live() - before;
    }
  }

  private long read(Path file) throws IOException {
    long[] seen = new long[3];
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      sheets.read(
          in,
          (number, cells) -> {
            assertThat(cells.get(1)).isEqualTo("冀B" + (number - 1));
            seen[0]++;
            seen[1] = number == WARM ? live() : seen[1];
            seen[2] = number == ROWS ? live() : seen[2];
          });
    }
    assertThat(seen[0]).isEqualTo(ROWS);
    return seen[2] - seen[1];
  }

  private static long live() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
