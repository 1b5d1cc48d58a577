package org.qingmen.supervision.registers.internal.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.qingmen.office.Spreadsheets;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.supervision.registers.internal.Texts;

/**
 * A table as uploaded: its heads and its rows, empty ones left out.
 *
 * @param heads the first row that is not empty
 * @param rows the rows below
 */
record Sheet(List<String> heads, List<Line> rows) {

  private static final int MOST = 50_000;

  /**
   * A row.
   *
   * @param number as a person counts, from 1
   */
  record Line(int number, List<String> cells) {

    /** The cell of a column, empty beyond the last. */
    String cell(int column) {
      return column < cells.size() ? cells.get(column) : "";
    }
  }

  static Sheet read(Spreadsheets spreadsheets, byte[] content) {
    List<Line> lines = new ArrayList<>();
    try {
      spreadsheets.read(
          new ByteArrayInputStream(content),
          (number, cells) -> {
            if (cells.stream().anyMatch(cell -> cell != null && !cell.isBlank())) {
              if (lines.size() > MOST) {
                throw Texts.refusal(Kind.INVALID, "import-too-long", MOST);
              }
              lines.add(new Line(number, cells.stream().map(c -> c == null ? "" : c).toList()));
            }
          });
    } catch (IOException e) {
      throw Texts.refusal(Kind.INVALID, "import-unreadable");
    }
    if (lines.size() < 2) {
      throw Texts.refusal(Kind.INVALID, "import-empty");
    }
    return new Sheet(lines.get(0).cells(), List.copyOf(lines.subList(1, lines.size())));
  }
}
