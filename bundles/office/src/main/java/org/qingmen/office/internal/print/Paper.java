package org.qingmen.office.internal.print;

import java.awt.Color;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** Sheets of A4 that are filled from top to bottom. Lengths are points, 72 to the inch. */
final class Paper {

  static final float MARGIN = 50;
  static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
  static final float HEIGHT = PDRectangle.A4.getHeight() - 2 * MARGIN;

  private static final float BOLDNESS = 0.03f;
  private static final Color INK = new Color(0x20, 0x24, 0x28);
  private static final Color RULE = new Color(0xB0, 0xB6, 0xBC);

  private final PDDocument document;
  private final Lettering lettering;
  private PDPageContentStream page;
  private float y;

  Paper(PDDocument document, Lettering lettering) throws IOException {
    this.document = document;
    this.lettering = lettering;
    turn();
  }

  /** Height left on this page. */
  float left() {
    return y - MARGIN;
  }

  /** Begins the next page. */
  void turn() throws IOException {
    end();
    PDPage next = new PDPage(PDRectangle.A4);
    document.addPage(next);
    page = new PDPageContentStream(document, next, AppendMode.APPEND, true, true);
    y = MARGIN + HEIGHT;
  }

  /** Begins the next page unless so much is left on this one. */
  void need(float height) throws IOException {
    if (left() < Math.min(height, HEIGHT)) {
      turn();
    }
  }

  /** Leaves room. */
  void down(float height) {
    y -= height;
  }

  /** A line of text whose upper edge lies so far below the current place. */
  void text(String line, float size, boolean bold, float x, float below) throws IOException {
    if (line.isEmpty()) {
      return;
    }
    page.beginText();
    page.setFont(lettering.font(), size);
    page.setNonStrokingColor(INK);
    page.setStrokingColor(INK);
    page.setLineWidth(size * BOLDNESS);
    page.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
    page.newLineAtOffset(MARGIN + x, y - below - size * 0.9f);
    page.showText(line);
    page.endText();
  }

  /** A thin rule; lengths from the current place, to the right and down. */
  void rule(float x1, float below1, float x2, float below2) throws IOException {
    page.setStrokingColor(RULE);
    page.setLineWidth(0.5f);
    page.moveTo(MARGIN + x1, y - below1);
    page.lineTo(MARGIN + x2, y - below2);
    page.stroke();
  }

  /** A shaded box. */
  void shade(float x, float below, float width, float height, Color colour) throws IOException {
    page.setNonStrokingColor(colour);
    page.addRect(MARGIN + x, y - below - height, width, height);
    page.fill();
  }

  void image(PDImageXObject image, float x, float width, float height) throws IOException {
    page.drawImage(image, MARGIN + x, y - height, width, height);
  }

  /** The last page is full. */
  void end() throws IOException {
    if (page != null) {
      page.close();
      page = null;
    }
  }

  /** Writes the foot of each page, when it is known how many there are. */
  void footers(String footer) throws IOException {
    int pages = document.getNumberOfPages();
    for (int i = 0; i < pages; i++) {
      page = new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true, true);
      y = MARGIN - 12;
      rule(0, 0, WIDTH, 0);
      text(lettering.printable(footer).replace('\n', ' '), 8, false, 0, 4);
      String number = lettering.printable((i + 1) + " / " + pages);
      text(number, 8, false, WIDTH - lettering.width(number, 8), 4);
      end();
    }
  }
}
