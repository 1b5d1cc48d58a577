package org.qingmen.office.internal.sheets;

import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.qingmen.office.CellPlace;
import org.qingmen.office.DamagedTableException;

/** What people noted at the cells of a sheet. */
final class Comments {

  private Comments() {}

  static Map<CellPlace, String> of(Unzipped file, String sheet)
      throws XMLStreamException, DamagedTableException {
    Map<CellPlace, String> comments = new TreeMap<>();
    for (WorkbookParts.Link link : WorkbookParts.links(file, sheet)) {
      if (link.type().endsWith("/comments") && file.parts().containsKey(link.target())) {
        read(file.part(link.target()), comments);
      }
    }
    return comments;
  }

  private static void read(byte[] part, Map<CellPlace, String> comments) throws XMLStreamException {
    XMLStreamReader xml = Unzipped.xml(part);
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("comment")) {
        CellPlace place = CellPlace.of(xml.getAttributeValue(null, "ref"));
        comments.put(place, SharedTexts.text(xml, "comment"));
      }
    }
  }
}
