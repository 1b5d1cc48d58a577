package org.qingmen.supervision.alarms.internal.book;

/**
 * What the rules say of the first and of the last raising under one key.
 *
 * @param first of the facts of the first
 * @param last of the facts of the last
 */
record Ruled(Ruling first, Ruling last) {

  /** The graver of the two; of equal ones the last. */
  Ruling graver() {
    return first.severity().compareTo(last.severity()) > 0 ? first : last;
  }
}
