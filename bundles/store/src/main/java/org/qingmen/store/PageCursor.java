package org.qingmen.store;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;

/**
 * Where a page of a list that is ordered by names or numbers ended, as an answer carries it. A name
 * is written with its checksum, so that a damaged cursor is noticed and does not begin somewhere
 * else.
 */
public final class PageCursor {

  private static final String NUMBER = "[0-9]{1,18}";

  private PageCursor() {}

  /** The cursor behind an entry with this id. */
  public static String after(String id) {
    byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return text + "." + sum(bytes);
  }

  /**
   * The id of the entry that a cursor stands behind; null for none.
   *
   * @throws BadCursorException when no answer ever carried it
   */
  public static String id(String cursor) {
    if (cursor == null) {
      return null;
    }
    int dot = cursor.lastIndexOf('.');
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(cursor.substring(0, Math.max(dot, 0)));
      if (dot > 0 && cursor.substring(dot + 1).equals(sum(bytes))) {
        return new String(bytes, StandardCharsets.UTF_8);
      }
    } catch (IllegalArgumentException e) {
      throw new BadCursorException(cursor);
    }
    throw new BadCursorException(cursor);
  }

  /**
   * A cursor that is a number.
   *
   * @param none what no cursor means
   * @throws BadCursorException when it is no number
   */
  public static long number(String cursor, long none) {
    if (cursor == null) {
      return none;
    }
    if (!cursor.matches(NUMBER)) {
      throw new BadCursorException(cursor);
    }
    return Long.parseLong(cursor);
  }

  private static String sum(byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    return Long.toHexString(sum.getValue());
  }
}
