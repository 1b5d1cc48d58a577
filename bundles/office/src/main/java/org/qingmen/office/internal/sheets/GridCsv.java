package org.qingmen.office.internal.sheets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.qingmen.office.CellPlace;
import org.qingmen.office.DamagedTableException;
import org.qingmen.office.Sheet;
import org.qingmen.office.Sheet.Cell;

/**
 * A sheet as CSV from which it can be made again. An apostrophe in front says that what follows is
 * text, although it looks like a number, a truth value, a date or a formula.
 */
public final class GridCsv {

  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern TIME = Pattern.compile(DAY + "T[0-9]{2}:[0-9]{2}(:[0-9]{2})?");
  private static final String FORMULA = "=+-@|\t\r\n";
  private static final String SPECIAL = ",;\t\"\r\n";

  private GridCsv() {}

  /** Reads one. */
  public static Sheet read(byte[] file) throws DamagedTableException {
    SortedMap<CellPlace, Cell> cells = new TreeMap<>();
    try {
      CsvReader.exactly(file, (row, texts) -> row(row, texts, cells));
    } catch (DamagedTableException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory cannot fail", e);
    }
    return new Sheet("", cells);
  }

  private static void row(int row, List<String> texts, SortedMap<CellPlace, Cell> cells) {
    for (int i = 0; i < texts.size(); i++) {
      if (!texts.get(i).isEmpty()) {
        cells.put(new CellPlace(row, i + 1), new Cell(value(texts.get(i))));
      }
    }
  }

  private static Object value(String text) {
    if (text.startsWith("'")) {
      return text.substring(1);
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.equals("true") || lower.equals("false")) {
      return lower.equals("true");
    }
    if (NUMBER.matcher(text).matches()) {
      BigDecimal number = new BigDecimal(text);
      return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }
    try {
      return DAY.matcher(text).matches()
          ? LocalDate.parse(text)
          : TIME.matcher(text).matches() ? LocalDateTime.parse(text) : text;
    } catch (DateTimeException e) {
      return text;
    }
  }

  /** Writes one. */
  public static byte[] write(Sheet sheet) {
    StringBuilder out = new StringBuilder("\uFEFF");
    int columns = sheet.columns();
    for (int row = 1; row <= sheet.rows(); row++) {
      for (int column = 1; column <= columns; column++) {
        String text = sheet.at(new CellPlace(row, column)).map(GridCsv::text).orElse("");
        out.append(column == 1 ? "" : ",").append(quoted(text));
      }
      out.append("\r\n");
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String text(Cell cell) {
    Object value = cell.value();
    if (value instanceof Boolean truth) {
      return truth ? "TRUE" : "FALSE";
    }
    if (!(value instanceof String text)) {
      return Cells.plain(value);
    }
    boolean formula = !text.isBlank() && FORMULA.indexOf(text.stripLeading().charAt(0)) >= 0;
    boolean other = text.startsWith("'") || !(value(text) instanceof String);
    return formula || other ? "'" + text : text;
  }

  private static String quoted(String text) {
    boolean plain =
        text.equals(text.strip()) && text.chars().noneMatch(c -> SPECIAL.indexOf(c) >= 0);
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
