package org.qingmen.office.internal.print;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The font of a document: which characters it has and how wide they are. */
final class Lettering {

  /** Stands for a character that the font does not have. */
  private static final int UNKNOWN = '□';

  private static final float UNITS = 1000f;

  private final PDType0Font font;
  private final CmapLookup glyphs;
  private final Map<Integer, Float> widths = new HashMap<>();
  private final Map<Integer, Integer> used = new TreeMap<>();

  Lettering(PDDocument document) throws IOException {
    try (InputStream file = Lettering.class.getResourceAsStream("/fonts/NotoSansSC-Regular.ttf")) {
      TrueTypeFont trueType = new TTFParser().parse(new RandomAccessReadBuffer(file));
      // Ligatures would be taken out of the file as one sign: "office" could not be searched.
      trueType.setEnableGsub(false);
      document.registerTrueTypeFontForClosing(trueType);
      glyphs = trueType.getUnicodeCmapLookup();
      font = PDType0Font.load(document, trueType, true);
    }
  }

  PDType0Font font() {
    return font;
  }

  /** The text with only characters that can be printed, on one line. */
  String printable(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> !Character.isISOControl(c) || c == '\t' || c == '\n')
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .map(c -> Character.isWhitespace(c) && c != '\n' && c != '\u3000' ? ' ' : c)
        .map(c -> c == '\n' || glyphs.getGlyphId(c) != 0 ? c : UNKNOWN)
        .peek(c -> used.put(glyphs.getGlyphId(c), c))
        .forEach(printable::appendCodePoint);
    return printable.toString();
  }

  /** Which character each glyph used stands for. */
  Map<Integer, Integer> used() {
    return Collections.unmodifiableMap(used);
  }

  /** How wide a printable text is, in points. */
  float width(String printable, float size) {
    float width = 0;
    for (int i = 0; i < printable.length(); i += Character.charCount(printable.codePointAt(i))) {
      width += width(printable.codePointAt(i));
    }
    return width * size / UNITS;
  }

  private float width(int character) {
    return widths.computeIfAbsent(
        character,
        c -> {
          try {
            return font.getStringWidth(Character.toString(c));
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
  }
}
