package org.qingmen.engine.internal.pack;

/**
 * Where something was written by its author.
 *
 * @param file path in the pack; of a decision table with sheet and cell, such as {@code
 *     tables/stage.xlsx!规则!C7}
 * @param line line, 0 where it has none, as in a table
 */
public record Place(String file, int line) {

  /** What a person reads: {@code file:line}, or the cell. */
  @Override
  public String toString() {
    return line > 0 ? file + ":" + line : file;
  }
}
