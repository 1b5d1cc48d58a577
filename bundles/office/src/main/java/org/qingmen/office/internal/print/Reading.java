package org.qingmen.office.internal.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Says in the file which character each glyph stands for. The font draws the character 工 and the
 * radical ⼯ with one glyph, and PDFBox would name the radical, so that nobody who searches or
 * copies finds the character.
 */
final class Reading {

  private static final int BLOCK = 100;

  private Reading() {}

  /**
   * The file with the right names.
   *
   * @param characters the character of each glyph used
   */
  static byte[] named(byte[] pdf, Map<Integer, Integer> characters) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
        COSObject object = document.getDocument().getObjectFromPool(key);
        if (object.getObject() instanceof COSDictionary font
            && font.containsKey(COSName.TO_UNICODE)) {
          font.setItem(COSName.TO_UNICODE, stream(document, cmap(characters)));
        }
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream(pdf.length + 1024);
      document.save(out);
      return out.toByteArray();
    }
  }

  private static COSStream stream(PDDocument document, String cmap) throws IOException {
    COSStream stream = document.getDocument().createCOSStream();
    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(cmap.getBytes(StandardCharsets.US_ASCII));
    }
    return stream;
  }

  private static String cmap(Map<Integer, Integer> characters) {
    StringBuilder cmap =
        new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange
            """);
    List<Map.Entry<Integer, Integer>> all = new ArrayList<>(characters.entrySet());
    for (int from = 0; from < all.size(); from += BLOCK) {
      List<Map.Entry<Integer, Integer>> block =
          all.subList(from, Math.min(all.size(), from + BLOCK));
      cmap.append(block.size()).append(" beginbfchar\n");
      for (Map.Entry<Integer, Integer> one : block) {
        cmap.append(String.format("<%04X> <%s>%n", one.getKey(), utf16(one.getValue())));
      }
      cmap.append("endbfchar\n");
    }
    return cmap.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
        .toString();
  }

  private static String utf16(int character) {
    byte[] bytes = Character.toString(character).getBytes(StandardCharsets.UTF_16BE);
    return HexFormat.of().withUpperCase().formatHex(bytes);
  }
}
