package org.qingmen.office.internal.sheets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.qingmen.office.CellPlace;
import org.qingmen.office.DamagedTableException;
import org.qingmen.office.Sheet;

/** Reads a workbook cell by cell. What could run, or comes from elsewhere, is refused. */
public final class WorkbookReader {

  private WorkbookReader() {}

  /** The sheets. */
  public static List<Sheet> read(byte[] file, long mostBytes) throws DamagedTableException {
    Unzipped parts = Unzipped.of(file, mostBytes);
    refuse(parts);
    int[] row = new int[1];
    try {
      WorkbookParts workbook = WorkbookParts.of(parts);
      SharedTexts texts = SharedTexts.of(parts);
      NumberStyles styles = NumberStyles.of(parts, workbook.from1904());
      List<Sheet> sheets = new ArrayList<>();
      for (WorkbookParts.Entry entry : workbook.sheets()) {
        row[0] = 0;
        String part = entry.part() == null ? "" : entry.part();
        Map<CellPlace, String> comments = Comments.of(parts, part);
        SheetReader reader = new SheetReader(texts, styles, comments, row);
        sheets.add(reader.read(entry, parts.part(part)));
      }
      if (sheets.isEmpty()) {
        throw Damage.file("no-sheet", null);
      }
      return sheets;
    } catch (XMLStreamException | RuntimeException e) {
      throw Damage.row("damaged-xlsx", row[0], e);
    }
  }

  private static void refuse(Unzipped file) throws DamagedTableException {
    for (String part : file.parts().keySet()) {
      String name = part.toLowerCase(Locale.ROOT);
      if (name.endsWith("vbaproject.bin") || name.contains("/macrosheets/")) {
        throw Damage.file("macros", null);
      }
      if (name.contains("/externallinks/")
          || name.endsWith("/connections.xml")
          || name.contains("/embeddings/")) {
        throw Damage.file("external-links", null);
      }
    }
  }
}
