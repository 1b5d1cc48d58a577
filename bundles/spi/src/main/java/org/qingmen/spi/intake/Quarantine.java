package org.qingmen.spi.intake;

/** Keeps messages that cannot be accepted until a person looks at them; nothing is lost. */
public interface Quarantine {

  /**
   * Keeps one message durably.
   *
   * @param source where it came from, such as {@code 10.1.2.3:5000}
   * @param protocol connector that received it
   * @param reason code of the reason, such as {@code unknown-device}
   * @param raw the message; secrets already removed
   * @return id under which it is found at {@code /quarantine}
   */
  String keep(String source, String protocol, String reason, byte[] raw);
}
