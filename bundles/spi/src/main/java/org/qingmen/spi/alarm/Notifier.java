package org.qingmen.spi.alarm;

/**
 * Brings messages about alarms to people and systems: one per channel. A province adds its own by
 * registering a service; the platform keeps each message until it is delivered, and asks again with
 * growing pauses. Safe for concurrent use; may block for some seconds.
 */
public interface Notifier {

  /** Name of the channel in notification rules, such as {@code email}. */
  String channel();

  /**
   * Delivers one message. It may be asked for the same one again when the answer got lost.
   *
   * @throws NotDeliveredException when it did not arrive
   */
  void send(Notice notice) throws NotDeliveredException;
}
