package org.qingmen.simulate;

import java.io.IOException;

/** Something that sends messages. Safe for concurrent use unless it says it is alone. */
interface Player extends AutoCloseable {

  /**
   * Sends message number {@code index}; the same number is the same message.
   *
   * @return what the server acknowledged
   * @throws IOException when it did not
   */
  Receipt send(long index) throws IOException;

  /** How many messages there are; a negative number means as many as wanted. */
  default long size() {
    return -1;
  }

  /** Whether all messages must go over one connection. */
  default boolean alone() {
    return false;
  }

  @Override
  default void close() {}
}
