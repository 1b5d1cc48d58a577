package org.qingmen.office.internal.sheets;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.qingmen.office.DamagedTableException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A part of a workbook that is to be changed. */
final class XmlTree {

  private XmlTree() {}

  static Document read(byte[] part) throws DamagedTableException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setNamespaceAware(true);
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(part));
    } catch (SAXException | IOException e) {
      throw Damage.row("damaged-xlsx", 0, e);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  static Document read(String text) throws DamagedTableException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] write(Document tree) {
    try {
      TransformerFactory factory = TransformerFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      tree.setXmlStandalone(true);
      factory.newTransformer().transform(new DOMSource(tree), new StreamResult(out));
      return out.toByteArray();
    } catch (TransformerException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Adds an element of the parent's own namespace. */
  static Element add(Element parent, String name) {
    Element child = make(parent, name);
    parent.appendChild(child);
    return child;
  }

  /** Makes an element of the parent's own namespace and prefix. */
  static Element make(Element parent, String name) {
    String prefix = parent.getPrefix() == null ? "" : parent.getPrefix() + ":";
    return parent.getOwnerDocument().createElementNS(parent.getNamespaceURI(), prefix + name);
  }

  /** The first child of a name, null for none. */
  static Element child(Element parent, String name) {
    for (Node one = parent.getFirstChild(); one != null; one = one.getNextSibling()) {
      if (one instanceof Element element && name.equals(element.getLocalName())) {
        return element;
      }
    }
    return null;
  }
}
