package org.qingmen.office.internal.sheets;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qingmen.office.Spreadsheets.Format;
import org.qingmen.office.Spreadsheets.TableWriter;

/** Writes and reads small tables. */
final class Table {

  private static final SpreadsheetService SHEETS = new SpreadsheetService();

  private Table() {}

  static byte[] write(Format format, List<List<?>> rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TableWriter table = SHEETS.write(format, out, "表")) {
      for (List<?> row : rows) {
        table.row(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static Map<Integer, List<String>> read(byte[] file) throws IOException {
    Map<Integer, List<String>> rows = new LinkedHashMap<>();
    SHEETS.read(new ByteArrayInputStream(file), rows::put);
    return rows;
  }
}
