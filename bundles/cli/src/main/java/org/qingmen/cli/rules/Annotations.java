package org.qingmen.cli.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.qingmen.office.CellPlace;
import org.qingmen.office.Sheet;
import org.qingmen.office.Workbooks;

/**
 * Findings about cells of decision tables, to be written into copies of the tables: as comments of
 * a workbook, or in a column of notes of a CSV file.
 */
final class Annotations {

  private static final String AUTHOR = "青门";
  private static final String ENDING = ".xlsx";

  /** By file, then by sheet, then by cell. */
  private final Map<String, Map<String, SortedMap<CellPlace, String>>> notes =
      new LinkedHashMap<>();

  /** Notes a finding; what is not about a table is left out. */
  void add(String place, String finding) {
    String[] parts = place == null ? new String[0] : place.split("!");
    if (parts.length == 0 || !parts[0].startsWith("tables/")) {
      return;
    }
    boolean workbook = parts[0].endsWith(ENDING);
    String sheet = workbook && parts.length > 1 ? parts[1] : "";
    String cell = parts.length > (workbook ? 2 : 1) ? parts[parts.length - 1] : "A1";
    notes
        .computeIfAbsent(parts[0], key -> new LinkedHashMap<>())
        .computeIfAbsent(sheet, key -> new TreeMap<>())
        .merge(CellPlace.of(cell), finding, (one, other) -> one + "\n" + other);
  }

  /**
   * Writes the copies.
   *
   * @return copies by the table they are of
   */
  Map<String, Path> write(Path pack, Path folder) throws IOException {
    Map<String, Path> written = new LinkedHashMap<>();
    for (var table : notes.entrySet()) {
      Path from = pack.resolve(table.getKey());
      Path to = folder.resolve(from.getFileName().toString());
      if (!Files.isRegularFile(from) || to.toAbsolutePath().equals(from.toAbsolutePath())) {
        throw new IOException(to.toString());
      }
      Files.createDirectories(folder);
      byte[] file = Files.readAllBytes(from);
      Files.write(
          to,
          table.getKey().endsWith(ENDING)
              ? Workbooks.annotated(file, bySheet(file, table.getValue()), AUTHOR)
              : csv(Workbooks.readCsv(file), table.getValue().get("")));
      written.put(table.getKey(), to);
    }
    return written;
  }

  /** What is about the whole workbook is noted in its first sheet. */
  private static Map<String, Map<CellPlace, String>> bySheet(
      byte[] file, Map<String, SortedMap<CellPlace, String>> notes) throws IOException {
    Map<String, Map<CellPlace, String>> named = new LinkedHashMap<>();
    String first = Workbooks.readXlsx(file, TableFiles.MOST_BYTES).get(0).name();
    notes.forEach(
        (sheet, cells) ->
            named
                .computeIfAbsent(sheet.isEmpty() ? first : sheet, key -> new TreeMap<>())
                .putAll(cells));
    return named;
  }

  private static byte[] csv(Sheet sheet, SortedMap<CellPlace, String> notes) {
    SortedMap<CellPlace, Sheet.Cell> cells = new TreeMap<>(sheet.cells());
    int column = sheet.columns() + 1;
    for (CellPlace place : sheet.cells().keySet()) {
      Object value = sheet.cells().get(place).value();
      if (place.column() == 1 && ("id".equals(value) || "编号".equals(value))) {
        cells.put(new CellPlace(place.row(), column), new Sheet.Cell("note"));
      }
    }
    notes.forEach(
        (place, finding) ->
            cells.merge(
                new CellPlace(place.row(), column),
                new Sheet.Cell(place + " " + finding),
                (one, other) -> new Sheet.Cell(one.value() + "\n" + other.value())));
    return Workbooks.writeCsv(new Sheet("", cells));
  }
}
