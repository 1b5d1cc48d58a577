package org.qingmen.office.internal.sheets;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.qingmen.office.CellPlace;
import org.qingmen.office.DamagedTableException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The part of a workbook with the texts of a sheet's comments. */
final class CommentTexts {

  private static final String NONE =
      "<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
          + "<authors/><commentList/></comments>";

  private CommentTexts() {}

  /**
   * The part as changed.
   *
   * @param gone cells that have no longer the comment that they had
   */
  record Changed(byte[] part, Set<CellPlace> gone) {}

  /** A part without comments. */
  static byte[] none() {
    return NONE.getBytes(StandardCharsets.UTF_8);
  }

  /** Takes the author's comments out and puts these in; what others noted at a cell is kept. */
  static Changed change(byte[] part, Map<CellPlace, String> comments, String author)
      throws DamagedTableException {
    Document tree = XmlTree.read(part);
    Element root = tree.getDocumentElement();
    Element list = XmlTree.child(root, "commentList");
    String number = author(XmlTree.child(root, "authors"), author);
    Set<CellPlace> gone = new TreeSet<>();
    Set<CellPlace> others = new TreeSet<>();
    for (Node one = list.getFirstChild(), next; one != null; one = next) {
      next = one.getNextSibling();
      if (one instanceof Element comment) {
        CellPlace place = CellPlace.of(comment.getAttribute("ref"));
        boolean own = comment.getAttribute("authorId").equals(number);
        if (own) {
          list.removeChild(comment);
          gone.add(place);
        } else if (comments.containsKey(place)) {
          others.add(place);
          append(comment, author + "\n" + comments.get(place));
        }
      }
    }
    comments.forEach(
        (place, text) -> {
          if (!others.contains(place)) {
            Element comment = XmlTree.add(list, "comment");
            comment.setAttribute("ref", place.toString());
            comment.setAttribute("authorId", number);
            append(comment, text);
          }
        });
    gone.addAll(others);
    return new Changed(XmlTree.write(tree), gone);
  }

  private static String author(Element authors, String author) {
    int number = 0;
    for (Node one = authors.getFirstChild(); one != null; one = one.getNextSibling()) {
      if (one instanceof Element) {
        if (one.getTextContent().equals(author)) {
          return Integer.toString(number);
        }
        number++;
      }
    }
    XmlTree.add(authors, "author").setTextContent(author);
    return Integer.toString(number);
  }

  private static void append(Element comment, String text) {
    Element known = XmlTree.child(comment, "text");
    Element texts = known == null ? XmlTree.add(comment, "text") : known;
    String before = texts.getTextContent().isEmpty() ? "" : "\n";
    Element run = XmlTree.add(XmlTree.add(texts, "r"), "t");
    run.setAttribute("xml:space", "preserve");
    run.setTextContent(before + text);
  }
}
