package org.qingmen.supervision.alarms.internal.book;

import org.qingmen.store.BadCursorException;

/**
 * A place in the list of alarms: behind this one the next page begins.
 *
 * @param latest {@link AlarmEntry#latest}
 * @param id id of the alarm
 */
record ListPlace(long latest, String id) {

  private static final String FORM = "[0-9]{1,15}-[A-Za-z0-9]{1,40}";

  static ListPlace of(AlarmEntry entry) {
    return new ListPlace(entry.latest(), entry.id());
  }

  /** Reads {@link #text}; refuses what this server never gave. */
  static ListPlace read(String text) {
    if (!text.matches(FORM)) {
      throw new BadCursorException(text);
    }
    int dash = text.indexOf('-');
    return new ListPlace(Long.parseLong(text.substring(0, dash)), text.substring(dash + 1));
  }

  boolean before(AlarmEntry entry) {
    return entry.latest() != latest ? entry.latest() < latest : entry.id().compareTo(id) < 0;
  }

  String text() {
    return latest + "-" + id;
  }
}
