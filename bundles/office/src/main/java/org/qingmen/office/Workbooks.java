package org.qingmen.office;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.qingmen.office.internal.sheets.CommentWriter;
import org.qingmen.office.internal.sheets.GridCsv;
import org.qingmen.office.internal.sheets.GridXlsx;
import org.qingmen.office.internal.sheets.WorkbookReader;

/**
 * Small workbooks, cell by cell: what a cell holds, whether it is computed, hidden or merged. They
 * are held in memory. Needs no container.
 */
public final class Workbooks {

  private Workbooks() {}

  /**
   * The sheets of an XLSX file.
   *
   * @param mostBytes most bytes that it may unpack to
   * @throws DamagedTableException when it is none or may not be read, with code {@code empty},
   *     {@code old-excel}, {@code no-xlsx}, {@code damaged-xlsx}, {@code macros}, {@code
   *     external-links}, {@code unpacks-too-large}
   */
  public static List<Sheet> readXlsx(byte[] file, long mostBytes) throws DamagedTableException {
    return WorkbookReader.read(file, mostBytes);
  }

  /**
   * The only sheet of a CSV file in UTF-8 or GB 18030; its name is empty. Numbers, truth values and
   * dates ({@code 2026-10-01}) are read as such, everything else and whatever begins with an
   * apostrophe as text.
   *
   * @throws DamagedTableException when it cannot be read; the message says what and in which row
   */
  public static Sheet readCsv(byte[] file) throws DamagedTableException {
    return GridCsv.read(file);
  }

  /** An XLSX file of these sheets; formulas are not written, only what they came to. */
  public static byte[] writeXlsx(List<Sheet> sheets) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      GridXlsx.write(sheets, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
  }

  /**
   * A CSV file of a sheet, UTF-8 with byte-order mark; {@link #readCsv} gives the same cells. What
   * is hidden or merged, and comments, are lost.
   */
  public static byte[] writeCsv(Sheet sheet) {
    return GridCsv.write(sheet);
  }

  /**
   * A copy of an XLSX file with comments at some cells; everything else stays as it is. Comments
   * that were written so before are taken out first.
   *
   * @param comments comments by place, by name of the sheet
   * @param author in whose name
   * @throws DamagedTableException when the file is none
   */
  public static byte[] annotated(
      byte[] file, Map<String, Map<CellPlace, String>> comments, String author)
      throws DamagedTableException {
    return CommentWriter.write(file, comments, author);
  }
}
