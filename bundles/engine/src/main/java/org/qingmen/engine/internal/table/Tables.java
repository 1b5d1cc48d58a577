package org.qingmen.engine.internal.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.qingmen.engine.internal.pack.PackFiles;
import org.qingmen.engine.internal.pack.Problems;
import org.qingmen.model.Text;
import org.qingmen.office.DamagedTableException;
import org.qingmen.office.Sheet;
import org.qingmen.office.Workbooks;
import org.qingmen.spi.pack.PackDescriptor;

/** Finds the decision tables of a pack: {@code tables/*.xlsx} and {@code tables/*.csv}. */
public final class Tables {

  /** Most bytes that a workbook may unpack to: ten thousand rows need less. */
  private static final long MOST_BYTES = 32L << 20;

  private static final String XLSX = ".xlsx";
  private static final String CSV = ".csv";

  private Tables() {}

  /** The tables as rules; what is wrong is added to {@code problems}, with its cell. */
  public static List<TableRules> read(PackFiles files, PackDescriptor pack, Problems problems) {
    List<TableRules> rules = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Map.Entry<String, byte[]> file : files.files().entrySet()) {
      for (Map.Entry<String, Sheet> sheet : sheets(file, problems).entrySet()) {
        TablePlaces places = new TablePlaces(sheet.getKey(), problems);
        if (SheetCheck.accepts(sheet.getValue(), places)) {
          TableText.of(sheet.getValue(), pack, places, names).ifPresent(rules::add);
        }
      }
    }
    return rules;
  }

  /** Whether a file of a pack is a decision table. */
  public static boolean isTable(String path) {
    return path.startsWith("tables/") && (path.endsWith(XLSX) || path.endsWith(CSV));
  }

  /** Whether a file of a pack is a workbook. */
  public static boolean isWorkbook(String path) {
    return isTable(path) && path.endsWith(XLSX);
  }

  /**
   * A workbook as CSV files with the same tables, by path.
   *
   * @return empty when it cannot be read
   */
  public static SortedMap<String, String> asCsv(String path, byte[] workbook) {
    SortedMap<String, String> files = new TreeMap<>();
    try {
      String stem = path.substring(0, path.length() - XLSX.length());
      for (Sheet sheet : Workbooks.readXlsx(workbook, MOST_BYTES)) {
        if (!isNote(sheet)) {
          String text =
              new String(Workbooks.writeCsv(sheet), java.nio.charset.StandardCharsets.UTF_8);
          files.put(stem + "." + sheet.name() + CSV, text);
        }
      }
    } catch (DamagedTableException e) {
      // The pack is refused for it elsewhere, with the reason.
      return new TreeMap<>();
    }
    return files;
  }

  /** Sheets whose name begins with a number sign are notes for people. */
  private static boolean isNote(Sheet sheet) {
    return sheet.name().startsWith("#");
  }

  private static SortedMap<String, Sheet> sheets(
      Map.Entry<String, byte[]> file, Problems problems) {
    SortedMap<String, Sheet> sheets = new TreeMap<>();
    String path = file.getKey();
    if (!isTable(path) || path.matches(".*\\.#[^/]*\\.csv")) {
      return sheets;
    }
    try {
      if (path.endsWith(CSV)) {
        sheets.put(path, Workbooks.readCsv(file.getValue()));
        return sheets;
      }
      for (Sheet sheet : Workbooks.readXlsx(file.getValue(), MOST_BYTES)) {
        if (!isNote(sheet)) {
          sheets.put(path + "!" + sheet.name(), sheet);
        }
      }
      if (sheets.isEmpty()) {
        problems.add(path, 0, "table-no-sheet");
      }
    } catch (DamagedTableException e) {
      Text why = new Text(e.zh(), e.en());
      problems.add(path, 0, code(e), why);
    }
    return sheets;
  }

  private static String code(DamagedTableException e) {
    return switch (e.code()) {
      case "macros" -> "table-macros";
      case "external-links" -> "table-external-links";
      case "unpacks-too-large" -> "table-too-large";
      case "old-excel" -> "table-other-program";
      default -> "table-unreadable";
    };
  }
}
