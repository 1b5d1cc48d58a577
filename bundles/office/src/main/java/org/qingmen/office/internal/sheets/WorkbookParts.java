package org.qingmen.office.internal.sheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.qingmen.office.DamagedTableException;

/** Which sheets a workbook has and in which parts they lie. */
final class WorkbookParts {

  private static final String ROOT = "http://schemas.openxmlformats.org/";

  /** A sheet: its name, whether it does not show, the part it lies in. */
  record Entry(String name, boolean hidden, String part) {}

  private final List<Entry> sheets = new ArrayList<>();
  private boolean from1904;

  private WorkbookParts() {}

  static WorkbookParts of(Unzipped file) throws DamagedTableException, XMLStreamException {
    WorkbookParts parts = new WorkbookParts();
    String workbook = parts.workbook(file);
    Map<String, String> targets = targets(file, workbook);
    XMLStreamReader xml = Unzipped.xml(file.part(workbook));
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        parts.element(xml, targets);
      }
    }
    return parts;
  }

  private void element(XMLStreamReader xml, Map<String, String> targets) {
    if (xml.getLocalName().equals("sheet")) {
      String state = xml.getAttributeValue(null, "state");
      String id = null;
      for (int i = 0; i < xml.getAttributeCount(); i++) {
        boolean ofLinks = String.valueOf(xml.getAttributeNamespace(i)).endsWith("relationships");
        id = ofLinks && xml.getAttributeLocalName(i).equals("id") ? xml.getAttributeValue(i) : id;
      }
      boolean hidden = state != null && !state.equals("visible");
      sheets.add(new Entry(xml.getAttributeValue(null, "name"), hidden, targets.get(id)));
    } else if (xml.getLocalName().equals("workbookPr")) {
      String date = xml.getAttributeValue(null, "date1904");
      from1904 = "1".equals(date) || "true".equals(date);
    }
  }

  private String workbook(Unzipped file) throws DamagedTableException, XMLStreamException {
    for (Link link : links(file, "")) {
      if (link.type().endsWith("/officeDocument")) {
        return link.target();
      }
    }
    throw Damage.file("no-xlsx", null);
  }

  private static Map<String, String> targets(Unzipped file, String part)
      throws DamagedTableException, XMLStreamException {
    Map<String, String> targets = new HashMap<>();
    links(file, part).forEach(link -> targets.put(link.id(), link.target()));
    return targets;
  }

  /** A link from one part to another. */
  record Link(String id, String type, String target) {}

  /** Where the links of a part are kept. */
  static String linksOf(String part) {
    int slash = part.lastIndexOf('/') + 1;
    return part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
  }

  /** The links of a part; of the whole file for an empty name. */
  static List<Link> links(Unzipped file, String part)
      throws DamagedTableException, XMLStreamException {
    byte[] text = file.parts().get(linksOf(part));
    List<Link> links = new ArrayList<>();
    if (text == null) {
      return links;
    }
    String folder = part.substring(0, part.lastIndexOf('/') + 1);
    XMLStreamReader xml = Unzipped.xml(text);
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT
          && xml.getLocalName().equals("Relationship")) {
        String type = String.valueOf(xml.getAttributeValue(null, "Type"));
        String target = String.valueOf(xml.getAttributeValue(null, "Target"));
        String id = xml.getAttributeValue(null, "Id");
        links.add(new Link(id, type, absolute(folder, target)));
      }
    }
    return links;
  }

  private static String absolute(String folder, String target) {
    if (target.startsWith("/")) {
      return target.substring(1);
    }
    String from = folder;
    String rest = target;
    while (rest.startsWith("../") && !from.isEmpty()) {
      rest = rest.substring(3);
      from = from.substring(0, from.lastIndexOf('/', from.length() - 2) + 1);
    }
    return from + rest;
  }

  /** The sheets in their order. */
  List<Entry> sheets() {
    return sheets;
  }

  /** Whether days are counted from 1904. */
  boolean from1904() {
    return from1904;
  }

  /** Type of the link from a sheet to its comments, and the like. */
  static String type(String name) {
    return ROOT + "officeDocument/2006/relationships/" + name;
  }
}
