package org.qingmen.connectors.hikvision.internal;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.qingmen.spi.device.DeviceText;
import org.qingmen.spi.device.RefusedException;

/**
 * Reads XML of devices into elements: no document type, no entities of its own, a bounded number
 * and depth of elements. Every refusal has a name.
 */
final class SafeXml {

  private static final int MOST_ELEMENTS = 20_000;
  private static final int DEEPEST = 60;
  private static final Pattern DECLARATION = Pattern.compile("^<\\?xml[^>]{0,200}\\?>");

  private SafeXml() {}

  static Element read(byte[] bytes) {
    String text =
        DeviceText.decode(bytes)
            .orElseThrow(() -> new RefusedException("not-text", Map.of("encoding", "UTF-8")));
    try {
      // The text is decoded already, so what the declaration says of the encoding must not matter.
      String body = DECLARATION.matcher(trimmed(text)).replaceFirst("");
      return read(factory().createXMLStreamReader(new StringReader(body)));
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? -1 : e.getLocation().getLineNumber();
      throw new RefusedException("not-xml", Map.of("line", line));
    }
  }

  private static Element read(XMLStreamReader reader) throws XMLStreamException {
    Deque<Element> open = new ArrayDeque<>();
    Element root = null;
    int count = 0;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.DTD -> throw new RefusedException("document-type", Map.of());
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw new RefusedException(
                "entity", Map.of("name", String.valueOf(reader.getLocalName())));
        case XMLStreamConstants.START_ELEMENT -> {
          Element element = new Element(reader.getLocalName());
          if (++count > MOST_ELEMENTS || open.size() >= DEEPEST) {
            throw new RefusedException("too-many-elements", Map.of("limit", MOST_ELEMENTS));
          }
          if (open.isEmpty()) {
            root = element;
          } else {
            open.peek().add(element);
          }
          open.push(element);
        }
        case XMLStreamConstants.END_ELEMENT -> open.pop();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (!open.isEmpty()) {
            open.peek().append(reader.getText());
          }
        }
        default -> {
          // comments and processing instructions say nothing
        }
      }
    }
    if (root == null) {
      throw new RefusedException("not-xml", Map.of("line", 1));
    }
    return root;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setXMLResolver(
        (publicId, systemId, baseUri, namespace) -> {
          throw new XMLStreamException("external entities are not read");
        });
    return factory;
  }

  private static String trimmed(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && (text.charAt(from) <= ' ' || text.charAt(from) == '\uFEFF')) {
      from++;
    }
    while (to > from && text.charAt(to - 1) <= ' ') {
      to--;
    }
    return text.substring(from, to);
  }
}
