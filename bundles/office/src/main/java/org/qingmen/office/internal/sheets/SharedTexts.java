package org.qingmen.office.internal.sheets;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Texts that cells of a workbook refer to by number. */
final class SharedTexts {

  private final List<String> texts = new ArrayList<>();

  private SharedTexts() {}

  static SharedTexts of(Unzipped file) throws XMLStreamException {
    SharedTexts all = new SharedTexts();
    byte[] part = file.parts().get("xl/sharedStrings.xml");
    if (part == null) {
      return all;
    }
    XMLStreamReader xml = Unzipped.xml(part);
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("si")) {
        all.texts.add(text(xml, "si"));
      }
    }
    return all;
  }

  String get(int number) {
    return texts.get(number);
  }

  /** The text of an element with its runs, without readings of Chinese characters. */
  static String text(XMLStreamReader xml, String until) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    boolean reading = false;
    boolean inText = false;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        reading |= xml.getLocalName().equals("rPh");
        inText = xml.getLocalName().equals("t");
      } else if (event == XMLStreamConstants.CHARACTERS && inText && !reading) {
        text.append(xml.getText());
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        inText = false;
        reading &= !xml.getLocalName().equals("rPh");
        if (xml.getLocalName().equals(until)) {
          break;
        }
      }
    }
    return text.toString();
  }
}
