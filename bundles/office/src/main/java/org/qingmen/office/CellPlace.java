package org.qingmen.office;

import java.util.Comparator;

/**
 * Where a cell lies; rows come before columns in the order.
 *
 * @param row row, from 1
 * @param column column, from 1
 */
public record CellPlace(int row, int column) implements Comparable<CellPlace> {

  private static final int LETTERS = 26;
  private static final Comparator<CellPlace> ORDER =
      Comparator.comparingInt(CellPlace::row).thenComparingInt(CellPlace::column);

  /**
   * Reads a reference such as {@code C7}.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static CellPlace of(String reference) {
    int letters = 0;
    int column = 0;
    while (letters < reference.length() && letters < 4 && isLetter(reference.charAt(letters))) {
      column = column * LETTERS + reference.charAt(letters++) - 'A' + 1;
    }
    String row = reference.substring(letters);
    if (letters == 0 || !row.matches("[1-9][0-9]{0,6}")) {
      throw new IllegalArgumentException("no cell: " + reference);
    }
    return new CellPlace(Integer.parseInt(row), column);
  }

  private static boolean isLetter(char c) {
    return c >= 'A' && c <= 'Z';
  }

  /** The letters of its column. */
  public String letters() {
    StringBuilder letters = new StringBuilder();
    for (int rest = column; rest > 0; rest = (rest - 1) / LETTERS) {
      letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
    }
    return letters.toString();
  }

  @Override
  public int compareTo(CellPlace other) {
    return ORDER.compare(this, other);
  }

  /** As people write it, such as {@code C7}. */
  @Override
  public String toString() {
    return letters() + row;
  }
}
