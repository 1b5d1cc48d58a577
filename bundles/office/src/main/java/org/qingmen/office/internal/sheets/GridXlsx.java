package org.qingmen.office.internal.sheets;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.qingmen.office.CellPlace;
import org.qingmen.office.Sheet;
import org.qingmen.office.Sheet.Cell;

/** Writes sheets cell by cell. */
public final class GridXlsx {

  private static final int NARROWEST = 10;
  private static final int WIDEST = 48;

  private GridXlsx() {}

  /** Writes them; the stream stays open. */
  public static void write(List<Sheet> sheets, OutputStream out) throws IOException {
    Workbook workbook = new Workbook(out, "Qingmen", "1.0");
    for (Sheet sheet : sheets) {
      Worksheet to = workbook.newWorksheet(sheet.name().isEmpty() ? "Sheet1" : sheet.name());
      for (Map.Entry<CellPlace, Cell> cell : sheet.cells().entrySet()) {
        if (cell.getValue().value() != null) {
          put(to, cell.getKey().row() - 1, cell.getKey().column() - 1, cell.getValue().value());
        }
      }
      widen(sheet, to);
      to.finish();
    }
    workbook.finish();
  }

  private static void put(Worksheet to, int row, int column, Object value) {
    if (value instanceof Number number) {
      to.value(row, column, number);
    } else if (value instanceof Boolean truth) {
      to.value(row, column, truth);
    } else if (value instanceof LocalDate date) {
      to.value(row, column, date);
      to.style(row, column).format("yyyy-mm-dd").set();
    } else if (value instanceof LocalDateTime time) {
      to.value(row, column, time);
      to.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
    } else {
      to.inlineString(row, column, value.toString());
      to.style(row, column).wrapText(true).verticalAlignment("top").set();
    }
  }

  private static void widen(Sheet sheet, Worksheet to) {
    int[] widths = new int[sheet.columns()];
    sheet
        .cells()
        .forEach(
            (place, cell) -> {
              int width = width(String.valueOf(cell.value())) + 2;
              widths[place.column() - 1] = Math.max(widths[place.column() - 1], width);
            });
    for (int i = 0; i < widths.length; i++) {
      to.width(i, Math.max(NARROWEST, Math.min(WIDEST, widths[i])));
    }
  }

  /** The longest line; a Chinese character is as wide as two figures. */
  private static int width(String text) {
    return text.lines()
        .mapToInt(line -> line.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum())
        .max()
        .orElse(0);
  }
}
