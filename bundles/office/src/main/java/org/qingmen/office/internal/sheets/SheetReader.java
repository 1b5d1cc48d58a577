package org.qingmen.office.internal.sheets;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.qingmen.office.CellPlace;
import org.qingmen.office.DamagedTableException;
import org.qingmen.office.Sheet;
import org.qingmen.office.Sheet.Cell;

/** One sheet of a workbook, with what of it does not show. */
final class SheetReader {

  private final SharedTexts texts;
  private final NumberStyles styles;
  private final Map<CellPlace, String> comments;
  private final int[] row;
  private final SortedMap<CellPlace, Cell> cells = new TreeMap<>();
  private final List<String> merged = new ArrayList<>();
  private final Set<Integer> hiddenRows = new TreeSet<>();
  private final Set<Integer> hiddenColumns = new TreeSet<>();
  private int column;

  SheetReader(SharedTexts texts, NumberStyles styles, Map<CellPlace, String> comments, int[] row) {
    this.texts = texts;
    this.styles = styles;
    this.comments = comments;
    this.row = row;
  }

  Sheet read(WorkbookParts.Entry entry, byte[] part)
      throws XMLStreamException, DamagedTableException {
    XMLStreamReader xml = Unzipped.xml(part);
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        element(xml);
      }
    }
    comments.forEach(
        (place, text) ->
            cells.computeIfPresent(
                place, (at, cell) -> new Cell(cell.value(), cell.formula(), text)));
    return new Sheet(entry.name(), entry.hidden(), cells, merged, hiddenRows, hiddenColumns);
  }

  private void element(XMLStreamReader xml) throws XMLStreamException, DamagedTableException {
    switch (xml.getLocalName()) {
      case "col" -> column(xml);
      case "row" -> row(xml);
      case "c" -> cell(xml);
      case "mergeCell" -> merged.add(xml.getAttributeValue(null, "ref"));
      default -> {
        // formats and what else a sheet may hold
      }
    }
  }

  private void column(XMLStreamReader xml) {
    if (isTrue(xml, "hidden")) {
      int last = Integer.parseInt(xml.getAttributeValue(null, "max"));
      for (int i = Integer.parseInt(xml.getAttributeValue(null, "min"));
          i <= Math.min(last, Limits.CELLS);
          i++) {
        hiddenColumns.add(i);
      }
    }
  }

  private void row(XMLStreamReader xml) throws DamagedTableException {
    String number = xml.getAttributeValue(null, "r");
    row[0] = number == null ? row[0] + 1 : Integer.parseInt(number);
    column = 0;
    if (row[0] < 1 || row[0] > Limits.ROWS) {
      throw Damage.row("many-rows", row[0], null, Integer.toString(Limits.ROWS));
    }
    if (isTrue(xml, "hidden")) {
      hiddenRows.add(row[0]);
    }
  }

  private static boolean isTrue(XMLStreamReader xml, String name) {
    String value = xml.getAttributeValue(null, name);
    return "1".equals(value) || "true".equals(value);
  }

  private void cell(XMLStreamReader xml) throws XMLStreamException, DamagedTableException {
    String reference = xml.getAttributeValue(null, "r");
    CellPlace place =
        reference == null ? new CellPlace(row[0], column + 1) : CellPlace.of(reference);
    column = place.column();
    if (column > Limits.CELLS) {
      throw Damage.row("many-cells", row[0], null, Integer.toString(Limits.CELLS));
    }
    String type = xml.getAttributeValue(null, "t");
    String style = xml.getAttributeValue(null, "s");
    String formula = null;
    String value = null;
    while (!(xml.next() == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c"))) {
      if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "f" -> formula = xml.getElementText();
          case "v" -> value = xml.getElementText();
          case "is" -> value = SharedTexts.text(xml, "is");
          default -> {
            // extensions
          }
        }
      }
    }
    Object meant = value == null ? null : value(type, style, value);
    if (formula != null || "e".equals(type) || meant != null) {
      cells.put(place, new Cell(meant, formula, null));
    }
  }

  private Object value(String type, String style, String text) {
    return switch (type == null ? "n" : type) {
      case "s" -> kept(texts.get(Integer.parseInt(text.strip())));
      case "str", "inlineStr" -> kept(text);
      case "b" -> text.strip().equals("1");
      case "e" -> null;
      default -> text.isBlank() ? null : styles.value(style, new BigDecimal(text.strip()));
    };
  }

  private static String kept(String text) {
    return text.isEmpty() ? null : text;
  }
}
