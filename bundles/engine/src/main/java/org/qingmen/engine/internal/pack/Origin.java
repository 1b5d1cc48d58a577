package org.qingmen.engine.internal.pack;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Where the lines of a rule text come from: they are an author's own, or made of cells. */
public final class Origin {

  private final String path;
  private final NavigableMap<Integer, String> cells;

  private Origin(String path, NavigableMap<Integer, String> cells) {
    this.path = path;
    this.cells = cells;
  }

  /** A file that an author wrote. */
  public static Origin file(String path) {
    return new Origin(path, new TreeMap<>());
  }

  /**
   * A text made of a table.
   *
   * @param path the table
   * @param cells cells by the first line that was made of them
   */
  public static Origin cells(String path, Map<Integer, String> cells) {
    return new Origin(path, new TreeMap<>(cells));
  }

  /** The path of the file, with the sheet of a table. */
  public String path() {
    return path;
  }

  /** Whether it was made of a table. */
  public boolean table() {
    return !cells.isEmpty();
  }

  /** Where a line comes from. */
  public Place at(int line) {
    if (!table()) {
      return new Place(path, Math.max(line, 0));
    }
    Map.Entry<Integer, String> cell = cells.floorEntry(line);
    return new Place(cell == null ? path : cell.getValue(), 0);
  }
}
