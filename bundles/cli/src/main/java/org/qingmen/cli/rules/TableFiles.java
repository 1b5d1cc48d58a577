package org.qingmen.cli.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.qingmen.office.Sheet;
import org.qingmen.office.Workbooks;

/** Workbooks as CSV files, one for each sheet, and back. */
final class TableFiles {

  /** Most bytes that a workbook may unpack to, as packs have it. */
  static final long MOST_BYTES = 32L << 20;

  private static final String XLSX = ".xlsx";
  private static final String CSV = ".csv";
  private static final String SHEET = "规则";

  private TableFiles() {}

  /** Writes a table as a workbook in place of a CSV file. */
  static void writeWorkbook(Path csv, String text) throws IOException {
    Sheet sheet = Workbooks.readCsv(text.getBytes(StandardCharsets.UTF_8));
    byte[] workbook = Workbooks.writeXlsx(List.of(new Sheet(SHEET, sheet.cells())));
    Files.write(csv.resolveSibling(stem(csv, CSV) + XLSX), workbook);
  }

  /** The workbooks that a word means: itself, or those of a pack. */
  static List<Path> workbooks(Path word) throws IOException {
    if (!Files.isDirectory(word)) {
      return List.of(word);
    }
    Path tables = word.resolve("tables");
    if (!Files.isDirectory(tables)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(tables)) {
      return files.filter(file -> file.toString().endsWith(XLSX)).sorted().toList();
    }
  }

  /** Writes each sheet of a workbook into a CSV file; the files, in the order of the sheets. */
  static List<Path> export(Path workbook, Path folder) throws IOException {
    List<Path> written = new ArrayList<>();
    Files.createDirectories(folder);
    for (Sheet sheet : Workbooks.readXlsx(Files.readAllBytes(workbook), MOST_BYTES)) {
      Path file = folder.resolve(stem(workbook, XLSX) + "." + sheet.name() + CSV);
      Files.write(file, Workbooks.writeCsv(sheet));
      written.add(file);
    }
    return written;
  }

  /** Makes a workbook of CSV files; the sheets are called what stands before the ending. */
  static byte[] workbook(List<Path> files) throws IOException {
    List<Sheet> sheets = new ArrayList<>();
    for (Path file : files) {
      Sheet sheet = Workbooks.readCsv(Files.readAllBytes(file));
      sheets.add(new Sheet(sheetOf(file), sheet.cells()));
    }
    return Workbooks.writeXlsx(sheets);
  }

  private static String sheetOf(Path csv) {
    String stem = stem(csv, CSV);
    int dot = stem.indexOf('.');
    return dot < 0 ? SHEET : stem.substring(dot + 1);
  }

  private static String stem(Path file, String ending) {
    String name = file.getFileName().toString();
    return name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name;
  }
}
