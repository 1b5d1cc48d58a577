package org.qingmen.engine.internal.table;

import java.util.Map;
import java.util.TreeMap;

/** The text of rules, of which each line knows its cell. */
final class TextLines {

  private final StringBuilder text = new StringBuilder();
  private final Map<Integer, String> cells = new TreeMap<>();
  private int lines;

  /** Adds lines that come from a cell. */
  TextLines add(String cell, String more) {
    cells.put(lines + 1, cell);
    text.append(more).append('\n');
    lines += 1 + (int) more.chars().filter(c -> c == '\n').count();
    return this;
  }

  /** Adds the lines of another text. */
  void add(TextLines other) {
    other.cells.forEach((line, cell) -> cells.put(lines + line, cell));
    text.append(other.text);
    lines += other.lines;
  }

  String text() {
    return text.toString();
  }

  Map<Integer, String> cells() {
    return cells;
  }
}
