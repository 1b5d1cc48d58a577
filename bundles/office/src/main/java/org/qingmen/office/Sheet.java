package org.qingmen.office;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A sheet, cell by cell, as its author left it.
 *
 * @param name name of the sheet; empty for a CSV file
 * @param hidden whether it does not show
 * @param cells cells that hold something, by place
 * @param merged areas of merged cells, such as {@code B3:C4}
 * @param hiddenRows numbers of the rows that do not show, from 1
 * @param hiddenColumns numbers of the columns that do not show, from 1
 */
public record Sheet(
    String name,
    boolean hidden,
    SortedMap<CellPlace, Cell> cells,
    List<String> merged,
    Set<Integer> hiddenRows,
    Set<Integer> hiddenColumns) {

  public Sheet {
    cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
    merged = List.copyOf(merged);
    hiddenRows = Set.copyOf(hiddenRows);
    hiddenColumns = Set.copyOf(hiddenColumns);
  }

  /** A sheet of which everything shows. */
  public Sheet(String name, SortedMap<CellPlace, Cell> cells) {
    this(name, false, cells, List.of(), Set.of(), Set.of());
  }

  /**
   * What a cell holds.
   *
   * @param value {@link String}, {@link java.math.BigDecimal} without trailing zeros, {@link
   *     Boolean}, {@link java.time.LocalDate}, {@link java.time.LocalDateTime}; null when a program
   *     could not compute it
   * @param formula the formula it is computed by, without the equals sign; null for none
   * @param comment what somebody noted at it; null for nothing
   */
  public record Cell(Object value, String formula, String comment) {

    /** A cell that just holds a value. */
    public Cell(Object value) {
      this(value, null, null);
    }
  }

  /** What a place holds; empty when it holds nothing. */
  public Optional<Cell> at(CellPlace place) {
    return Optional.ofNullable(cells.get(place));
  }

  /** The last row that holds something, 0 for none. */
  public int rows() {
    return cells.isEmpty() ? 0 : cells.lastKey().row();
  }

  /** The last column that holds something, 0 for none. */
  public int columns() {
    return cells.keySet().stream().mapToInt(CellPlace::column).max().orElse(0);
  }
}
