package org.qingmen.office.internal.sheets;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.qingmen.office.Spreadsheets.TableWriter;

/**
 * One sheet, or several when there are more rows than a sheet holds. Texts stand in their cells,
 * not in a table of shared texts, and rows leave memory a hundred at a time.
 */
final class XlsxWriter implements TableWriter {

  private static final int FLUSH = 100;
  private static final int WIDEST = 50;

  private final Workbook workbook;
  private final String name;
  private final List<Integer> widths = new ArrayList<>();
  private Worksheet sheet;
  private int sheets;
  private int row;
  private List<?> head;

  XlsxWriter(OutputStream out, String name) {
    this.workbook = new Workbook(new StaysOpen(out), "Qingmen", "1.0");
    this.name = name;
    begin();
  }

  private void begin() {
    sheets++;
    row = 0;
    sheet = workbook.newWorksheet(sheets == 1 ? name : name + " (" + sheets + ")");
    sheet.freezePane(0, 1);
  }

  @Override
  public void row(List<?> cells) throws IOException {
    if (row == Limits.ROWS) {
      sheet.finish();
      begin();
      put(head);
    }
    if (head == null) {
      head = List.copyOf(cells.stream().map(Cells::plain).toList());
    }
    put(cells);
  }

  private void put(List<?> cells) throws IOException {
    for (int column = 0; column < cells.size(); column++) {
      cell(column, cells.get(column));
    }
    if (row == 0 && !cells.isEmpty()) {
      sheet.range(0, 0, 0, cells.size() - 1).style().bold().set();
    }
    row++;
    if (row % FLUSH == 0) {
      flush();
    }
  }

  private void flush() throws IOException {
    if (row <= FLUSH) {
      widen();
    }
    sheet.flush();
  }

  private void cell(int column, Object value) {
    if (row < FLUSH) {
      measure(column, value);
    }
    if (value == null) {
      return;
    }
    if (value instanceof Number number) {
      sheet.value(row, column, number);
    } else if (value instanceof Boolean truth) {
      sheet.value(row, column, truth);
    } else if (value instanceof LocalDate date) {
      sheet.value(row, column, date);
      sheet.style(row, column).format("yyyy-mm-dd").set();
    } else if (value instanceof Instant instant) {
      sheet.value(row, column, Cells.local(instant));
      sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
    } else {
      sheet.inlineString(row, column, cut(value.toString()));
    }
  }

  private static String cut(String text) {
    return text.length() <= Limits.CHARACTERS
        ? text
        : text.substring(0, Limits.CHARACTERS - 1) + "…";
  }

  private void measure(int column, Object value) {
    while (widths.size() <= column) {
      widths.add(8);
    }
    int width = value instanceof Instant ? 19 : width(Cells.plain(value));
    widths.set(column, Math.min(WIDEST, Math.max(widths.get(column), width + 2)));
  }

  /** A Chinese character is as wide as two figures. */
  private static int width(String text) {
    return text.codePoints().limit(WIDEST).map(c -> c >= 0x2E80 ? 2 : 1).sum();
  }

  private void widen() {
    for (int column = 0; column < widths.size(); column++) {
      sheet.width(column, widths.get(column));
    }
  }

  @Override
  public void close() throws IOException {
    if (row < FLUSH) {
      widen();
    }
    sheet.finish();
    workbook.finish();
  }

  /** The stream of somebody else. */
  private static final class StaysOpen extends FilterOutputStream {

    StaysOpen(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
