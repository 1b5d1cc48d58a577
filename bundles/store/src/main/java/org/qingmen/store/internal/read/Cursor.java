package org.qingmen.store.internal.read;

import java.util.List;
import org.qingmen.store.BadCursorException;

/** Where a page ended: two numbers that order the rows, newest first. */
record Cursor(long major, long position) {

  /** Reads a cursor that an answer carried. */
  static Cursor parse(String text) {
    int dot = text.indexOf('.');
    try {
      return new Cursor(
          Long.parseLong(text.substring(0, dot)), Long.parseLong(text.substring(dot + 1)));
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      throw new BadCursorException(text);
    }
  }

  /** Restricts to what follows it. */
  static Where after(Where where, String cursor, String major, String position) {
    if (cursor == null) {
      return where;
    }
    Cursor c = parse(cursor);
    // The first condition says nothing new, but lets the index begin in the right place.
    String sql = "%s <= ? AND (%s < ? OR %s < ?)".formatted(major, major, position);
    return where.and(sql, List.of(c.major, c.major, c.position));
  }

  @Override
  public String toString() {
    return major + "." + position;
  }
}
