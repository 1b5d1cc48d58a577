package org.qingmen.engine.internal.table;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Map;
import org.qingmen.office.CellPlace;
import org.qingmen.office.Sheet;

/** Refuses what nobody sees in a table, and what does not stand in it as it is. */
final class SheetCheck {

  private static final int MOST_ROWS = 5_000;
  private static final int MOST_COLUMNS = 200;
  private static final int LONGEST_TEXT = 2_000;

  private SheetCheck() {}

  static boolean accepts(Sheet sheet, TablePlaces places) {
    int before = places.problems().all().size();
    if (sheet.hidden()) {
      places.problem("table-hidden-sheet", sheet.name());
    }
    for (String area : sheet.merged()) {
      CellPlace first = CellPlace.of(area.substring(0, Math.max(2, area.indexOf(':'))));
      places.problem(first, "table-merged", area);
    }
    if (sheet.rows() > MOST_ROWS) {
      places.problem(
          new CellPlace(MOST_ROWS + 1, 1), "table-too-many-rows", sheet.rows(), MOST_ROWS);
      return false;
    }
    if (sheet.columns() > MOST_COLUMNS) {
      CellPlace place = new CellPlace(1, MOST_COLUMNS + 1);
      places.problem(place, "table-too-many-columns", sheet.columns(), MOST_COLUMNS);
      return false;
    }
    for (Map.Entry<CellPlace, Sheet.Cell> cell : sheet.cells().entrySet()) {
      check(sheet, cell.getKey(), cell.getValue(), places);
    }
    return places.problems().all().size() == before;
  }

  private static void check(Sheet sheet, CellPlace place, Sheet.Cell cell, TablePlaces places) {
    if (sheet.hiddenRows().contains(place.row())) {
      places.problem(place, "table-hidden-row", place.row());
    } else if (sheet.hiddenColumns().contains(place.column())) {
      places.problem(place, "table-hidden-column", place.letters());
    } else if (cell.formula() != null) {
      places.problem(place, "table-formula", cell.formula());
    } else if (cell.value() == null) {
      places.problem(place, "table-error-value");
    } else if (cell.value() instanceof LocalDateTime) {
      places.problem(place, "table-time");
    } else if (cell.value() instanceof String text && text.length() > LONGEST_TEXT) {
      places.problem(place, "table-long-text", text.length(), LONGEST_TEXT);
    } else if (cell.value() instanceof BigDecimal number
        && (number.precision() > 15 || number.scale() > 12)) {
      places.problem(place, "table-number", number.toPlainString());
    }
  }
}
