package org.qingmen.supervision.control.internal;

import org.qingmen.store.Document;

/** An entry of a list that is distributed to gates. */
interface Versioned {

  /** As stored. */
  Document document();

  /** Version of the list that it came with; 0 when it is older than that. */
  long listVersion();

  /** Whether it was taken off the list. */
  default boolean removed() {
    return false;
  }
}
