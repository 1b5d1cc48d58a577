package org.qingmen.office.internal.sheets;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qingmen.office.CellPlace;
import org.qingmen.office.DamagedTableException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The part of a workbook with the boxes in which a sheet's comments are drawn. */
final class CommentBoxes {

  private static final String SPACES =
      "xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\""
          + " xmlns:x=\"urn:schemas-microsoft-com:office:excel\"";
  private static final String NONE =
      "<xml "
          + SPACES
          + "><v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\""
          + " path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/>"
          + "<v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype></xml>";
  private static final String BOX =
      "<box "
          + SPACES
          + "><v:shape id=\"qingmen_%1$d_%2$d\" type=\"#_x0000_t202\""
          + " style=\"position:absolute;width:260pt;height:%3$dpt;visibility:hidden\""
          + " fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/>"
          + "<v:shadow on=\"t\" color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/>"
          + "<v:textbox style=\"mso-direction-alt:auto\"/>"
          + "<x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/>"
          + "<x:AutoFill>False</x:AutoFill><x:Row>%1$d</x:Row><x:Column>%2$d</x:Column>"
          + "</x:ClientData></v:shape></box>";
  private static final int LINE = 15;
  private static final int PER_LINE = 22;

  private CommentBoxes() {}

  /** A part without boxes. */
  static byte[] none() {
    return NONE.getBytes(StandardCharsets.UTF_8);
  }

  /** Takes the boxes of some cells out and puts those of these comments in. */
  static byte[] change(byte[] part, Set<CellPlace> gone, Map<CellPlace, String> comments)
      throws DamagedTableException {
    Document tree = XmlTree.read(part);
    Element root = tree.getDocumentElement();
    for (Node one = root.getFirstChild(), next; one != null; one = next) {
      next = one.getNextSibling();
      if (one instanceof Element shape && place(shape).filter(gone::contains).isPresent()) {
        root.removeChild(shape);
      }
    }
    for (Map.Entry<CellPlace, String> comment : comments.entrySet()) {
      int row = comment.getKey().row() - 1;
      int column = comment.getKey().column() - 1;
      Document box = XmlTree.read(BOX.formatted(row, column, height(comment.getValue())));
      Node shape = box.getDocumentElement().getFirstChild();
      root.appendChild(tree.importNode(shape, true));
    }
    return XmlTree.write(tree);
  }

  private static int height(String text) {
    return LINE * text.lines().mapToInt(line -> 1 + line.length() / PER_LINE).sum() + LINE;
  }

  /** The cell that a box belongs to; empty when it belongs to none. */
  private static Optional<CellPlace> place(Element shape) {
    Element data = XmlTree.child(shape, "ClientData");
    Element row = data == null ? null : XmlTree.child(data, "Row");
    Element column = data == null ? null : XmlTree.child(data, "Column");
    if (row == null || column == null) {
      return Optional.empty();
    }
    return Optional.of(
        new CellPlace(
            Integer.parseInt(row.getTextContent().strip()) + 1,
            Integer.parseInt(column.getTextContent().strip()) + 1));
  }
}
