package org.qingmen.office.internal.sheets;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Tells by the style of a cell whether its number is a date. */
final class NumberStyles {

  private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);
  private static final LocalDate DAY_0_OF_1904 = LocalDate.of(1904, 1, 1);
  private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);

  private final Map<Integer, String> formats = new HashMap<>();
  private final List<Integer> styles = new ArrayList<>();
  private final LocalDate begin;

  private NumberStyles(LocalDate begin) {
    this.begin = begin;
  }

  static NumberStyles of(Unzipped file, boolean from1904) throws XMLStreamException {
    NumberStyles all = new NumberStyles(from1904 ? DAY_0_OF_1904 : DAY_0);
    byte[] part = file.parts().get("xl/styles.xml");
    if (part == null) {
      return all;
    }
    XMLStreamReader xml = Unzipped.xml(part);
    boolean ofCells = false;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        ofCells |= xml.getLocalName().equals("cellXfs");
        all.element(xml, ofCells);
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        ofCells &= !xml.getLocalName().equals("cellXfs");
      }
    }
    return all;
  }

  private void element(XMLStreamReader xml, boolean ofCells) {
    if (xml.getLocalName().equals("numFmt")) {
      int id = Integer.parseInt(xml.getAttributeValue(null, "numFmtId"));
      formats.put(id, xml.getAttributeValue(null, "formatCode"));
    } else if (ofCells && xml.getLocalName().equals("xf")) {
      String id = xml.getAttributeValue(null, "numFmtId");
      styles.add(id == null ? 0 : Integer.parseInt(id));
    }
  }

  /** The number of a cell, or the date that it shows. */
  Object value(String style, BigDecimal number) {
    int at = style == null ? 0 : Integer.parseInt(style);
    Integer format = at < styles.size() ? styles.get(at) : Integer.valueOf(0);
    if (!DateFormats.isDate(format, formats.get(format))) {
      return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }
    LocalDate day = begin.plusDays(number.longValue());
    BigDecimal rest = number.remainder(BigDecimal.ONE);
    long seconds = rest.multiply(SECONDS).setScale(0, RoundingMode.HALF_UP).longValue();
    LocalDateTime time = LocalDateTime.of(day, LocalTime.MIDNIGHT).plusSeconds(seconds);
    return seconds == 0 ? day : time;
  }
}
