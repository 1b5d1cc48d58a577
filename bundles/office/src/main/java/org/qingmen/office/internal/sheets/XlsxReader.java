package org.qingmen.office.internal.sheets;

import static java.time.format.DateTimeFormatter.ISO_LOCAL_DATE_TIME;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.qingmen.office.Spreadsheets.RowReader;

/** The first sheet of an XLSX file, row by row. */
final class XlsxReader {

  private static final ReadingOptions OPTIONS = new ReadingOptions(true, true);

  private final RowReader rows;
  private int row;

  private XlsxReader(RowReader rows) {
    this.rows = rows;
  }

  static void read(Path file, RowReader rows) throws IOException {
    XlsxCheck.check(file);
    new XlsxReader(rows).read(file);
  }

  private void read(Path file) throws IOException {
    try (ReadableWorkbook workbook = open(file)) {
      Sheet sheet = workbook.getSheet(0).orElseThrow(() -> Damage.file("no-sheet", null));
      try (Stream<Row> stream = sheet.openStream()) {
        Iterator<Row> iterator = stream.iterator();
        for (Row one = next(iterator); one != null; one = next(iterator)) {
          row = one.getRowNum();
          List<String> cells = texts(one);
          if (cells.stream().anyMatch(text -> !text.isEmpty())) {
            rows.row(row, cells);
          }
        }
      }
    }
  }

  /** The library throws what it likes at a damaged file. */
  private static ReadableWorkbook open(Path file) throws IOException {
    try {
      return new ReadableWorkbook(file.toFile(), OPTIONS);
    } catch (IOException | RuntimeException e) {
      throw Damage.row("damaged-xlsx", 0, e);
    }
  }

  private Row next(Iterator<Row> iterator) throws IOException {
    try {
      return iterator.hasNext() ? iterator.next() : null;
    } catch (RuntimeException e) {
      throw Damage.row("damaged-xlsx", row, e);
    }
  }

  private List<String> texts(Row one) throws IOException {
    try {
      List<String> texts = new ArrayList<>(one.getCellCount());
      for (Cell cell : one) {
        texts.add(text(cell).strip());
      }
      return List.copyOf(texts);
    } catch (RuntimeException e) {
      throw Damage.row("damaged-xlsx", row, e);
    }
  }

  private static String text(Cell cell) {
    if (cell == null || cell.getType() == CellType.EMPTY) {
      return "";
    }
    if (cell.getType() == CellType.NUMBER) {
      return DateFormats.isDate(cell.getDataFormatId(), cell.getDataFormatString())
          ? date(cell.asDate())
          : Cells.number(cell.asNumber());
    }
    Object value = cell.getValue();
    return value == null ? "" : value.toString();
  }

  private static String date(LocalDateTime time) {
    return time.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? time.toLocalDate().toString()
        : ISO_LOCAL_DATE_TIME.format(time);
  }
}
