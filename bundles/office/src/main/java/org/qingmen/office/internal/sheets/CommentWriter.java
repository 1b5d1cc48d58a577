package org.qingmen.office.internal.sheets;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.qingmen.office.CellPlace;
import org.qingmen.office.DamagedTableException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Adds comments to an XLSX file whose other parts stay as they are. A comment lives in two parts of
 * the file: its text in one, the box that a program draws in another.
 */
public final class CommentWriter {

  private static final long MOST_BYTES = 64L << 20;
  private static final String LINKS =
      "http://schemas.openxmlformats.org/package/2006/relationships";
  private static final String TYPES =
      "http://schemas.openxmlformats.org/package/2006/content-types";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String COMMENTS =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
  private static final String DRAWINGS = "application/vnd.openxmlformats-officedocument.vmlDrawing";

  /** What stands behind the boxes of comments in a sheet. */
  private static final Set<String> BEHIND =
      Set.of(
          "legacyDrawingHF",
          "drawingHF",
          "picture",
          "oleObjects",
          "controls",
          "webPublishItems",
          "tableParts",
          "extLst");

  private final Unzipped file;
  private final String author;

  private CommentWriter(Unzipped file, String author) {
    this.file = file;
    this.author = author;
  }

  /** The copy. */
  public static byte[] write(
      byte[] xlsx, Map<String, Map<CellPlace, String>> comments, String author)
      throws DamagedTableException {
    Unzipped file = Unzipped.of(xlsx, MOST_BYTES);
    try {
      CommentWriter writer = new CommentWriter(file, author);
      int number = 0;
      for (WorkbookParts.Entry sheet : WorkbookParts.of(file).sheets()) {
        number++;
        writer.sheet(sheet.part(), number, comments.getOrDefault(sheet.name(), Map.of()));
      }
      return file.zip();
    } catch (XMLStreamException | RuntimeException e) {
      throw Damage.row("damaged-xlsx", 0, e);
    }
  }

  private void sheet(String sheet, int number, Map<CellPlace, String> comments)
      throws DamagedTableException, XMLStreamException {
    String texts = target(sheet, "comments");
    if (texts == null && comments.isEmpty()) {
      return;
    }
    if (texts == null) {
      texts = "xl/commentsOfQingmen" + number + ".xml";
      file.parts().put(texts, CommentTexts.none());
      link(sheet, "comments", texts);
      type("Override", "PartName", "/" + texts, COMMENTS);
    }
    CommentTexts.Changed changed = CommentTexts.change(file.part(texts), comments, author);
    file.parts().put(texts, changed.part());
    String boxes = target(sheet, "vmlDrawing");
    if (boxes == null) {
      boxes = "xl/drawings/boxesOfQingmen" + number + ".vml";
      file.parts().put(boxes, CommentBoxes.none());
      String id = link(sheet, "vmlDrawing", boxes);
      type("Default", "Extension", "vml", DRAWINGS);
      refer(sheet, id);
    }
    file.parts().put(boxes, CommentBoxes.change(file.part(boxes), changed.gone(), comments));
  }

  private String target(String sheet, String type)
      throws DamagedTableException, XMLStreamException {
    for (WorkbookParts.Link link : WorkbookParts.links(file, sheet)) {
      if (link.type().endsWith("/" + type) && file.parts().containsKey(link.target())) {
        return link.target();
      }
    }
    return null;
  }

  private String link(String sheet, String type, String target) throws DamagedTableException {
    String name = WorkbookParts.linksOf(sheet);
    byte[] part = file.parts().get(name);
    String none = "<Relationships xmlns=\"" + LINKS + "\"/>";
    Document tree = XmlTree.read(part == null ? none.getBytes(StandardCharsets.UTF_8) : part);
    String id = "qingmen-" + type;
    Element link = XmlTree.add(tree.getDocumentElement(), "Relationship");
    link.setAttribute("Id", id);
    link.setAttribute("Type", WorkbookParts.type(type));
    link.setAttribute("Target", "/" + target);
    file.parts().put(name, XmlTree.write(tree));
    return id;
  }

  private void type(String element, String key, String value, String type)
      throws DamagedTableException {
    String name = "[Content_Types].xml";
    Document tree = XmlTree.read(file.part(name));
    Element root = tree.getDocumentElement();
    for (Node one = root.getFirstChild(); one != null; one = one.getNextSibling()) {
      if (one instanceof Element known && value.equals(known.getAttribute(key))) {
        return;
      }
    }
    Element added = tree.createElementNS(TYPES, element);
    added.setAttribute(key, value);
    added.setAttribute("ContentType", type);
    root.insertBefore(added, element.equals("Default") ? root.getFirstChild() : null);
    file.parts().put(name, XmlTree.write(tree));
  }

  /** The sheet names the part with the boxes, at the place where its schema wants it. */
  private void refer(String sheet, String id) throws DamagedTableException {
    Document tree = XmlTree.read(file.part(sheet));
    Element root = tree.getDocumentElement();
    Node behind = root.getFirstChild();
    while (behind != null && !BEHIND.contains(String.valueOf(behind.getLocalName()))) {
      behind = behind.getNextSibling();
    }
    Element drawing = XmlTree.make(root, "legacyDrawing");
    drawing.setAttributeNS(OFFICE, "r:id", id);
    root.insertBefore(drawing, behind);
    file.parts().put(sheet, XmlTree.write(tree));
  }
}
