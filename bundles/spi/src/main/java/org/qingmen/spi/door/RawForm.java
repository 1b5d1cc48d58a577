package org.qingmen.spi.door;

import java.util.Map;

/**
 * How a message is kept: without secrets, and with a reference in place of each stored picture, so
 * that journal and quarantine stay small and clean.
 */
@FunctionalInterface
public interface RawForm {

  /**
   * The bytes to keep.
   *
   * @param message the message as received
   * @param stored SHA-256 of each stored picture by the name the device gave it
   */
  byte[] keep(byte[] message, Map<String, String> stored);
}
