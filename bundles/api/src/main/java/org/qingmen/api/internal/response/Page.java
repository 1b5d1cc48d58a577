package org.qingmen.api.internal.response;

import org.qingmen.api.internal.door.Query;

/** Cursors and names of files. */
final class Page {

  private Page() {}

  /** Where a page begins: a cursor of ours is the number of lines before it. */
  static int offset(String cursor) {
    if (cursor == null) {
      return 0;
    }
    if (!cursor.matches("[0-9]{1,9}")) {
      throw Query.bad("cursor", cursor);
    }
    return Integer.parseInt(cursor);
  }

  static String attachment(String name) {
    return "attachment; filename=\"" + name.replaceAll("[^A-Za-z0-9._~-]", "_") + "\"";
  }
}
