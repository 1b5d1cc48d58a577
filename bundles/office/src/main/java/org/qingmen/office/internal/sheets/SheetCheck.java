package org.qingmen.office.internal.sheets;

import java.io.IOException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Watches a sheet go by: its rows and cells lie where a sheet has some, its texts exist. */
final class SheetCheck {

  private final int texts;
  private int row;
  private boolean shared;
  private final StringBuilder value = new StringBuilder();
  private int cells;
  private int cellLength;
  private boolean inCell;
  private boolean inValue;

  SheetCheck(int texts) {
    this.texts = texts;
  }

  /** The row gone through last. */
  int row() {
    return row;
  }

  void event(XMLStreamReader reader) throws IOException, XMLStreamException {
    switch (reader.getEventType()) {
      case XMLStreamConstants.START_ELEMENT -> start(reader);
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> characters(reader);
      case XMLStreamConstants.END_ELEMENT -> end(reader.getLocalName());
      case XMLStreamConstants.DTD -> throw new XMLStreamException("no document type here");
      default -> {
        // comments and the like
      }
    }
  }

  private void start(XMLStreamReader reader) throws IOException {
    switch (reader.getLocalName()) {
      case "row" -> {
        String number = reader.getAttributeValue(null, "r");
        row = number == null ? row + 1 : Integer.parseInt(number);
        cells = 0;
        if (row < 1 || row > Limits.ROWS) {
          throw Damage.row("many-rows", row, null, Integer.toString(Limits.ROWS));
        }
      }
      case "c" -> {
        inCell = true;
        cellLength = 0;
        cells++;
        shared = "s".equals(reader.getAttributeValue(null, "t"));
        column(reader.getAttributeValue(null, "r"));
      }
      case "v" -> {
        value.setLength(0);
        inValue = true;
      }
      default -> {
        // formats, formulas and what else a sheet may hold
      }
    }
  }

  private void column(String reference) throws IOException {
    int column = 0;
    for (int i = 0; reference != null && i < reference.length(); i++) {
      char letter = reference.charAt(i);
      if (letter >= 'A' && letter <= 'Z' && column <= Limits.CELLS) {
        column = column * 26 + letter - 'A' + 1;
      }
    }
    if (column > Limits.CELLS || cells > Limits.CELLS) {
      throw Damage.row("many-cells", row, null, Integer.toString(Limits.CELLS));
    }
  }

  private void characters(XMLStreamReader reader) throws IOException {
    cellLength += inCell ? reader.getTextLength() : 0;
    if (cellLength > 2 * Limits.CHARACTERS) {
      throw Damage.row("long-cell", row, null, Integer.toString(Limits.CHARACTERS));
    }
    if (inValue && shared) {
      value.append(reader.getText());
    }
  }

  private void end(String name) throws XMLStreamException {
    inCell &= !"c".equals(name);
    if ("v".equals(name)) {
      inValue = false;
      if (shared && !value.isEmpty() && Integer.parseInt(value.toString()) >= texts) {
        throw new XMLStreamException("shared text " + value + " does not exist");
      }
    }
  }
}
