package org.qingmen.spi.intake;

import java.time.Instant;

/** Takes weighings of scales; they become weigh tickets and are matched to passages. */
public interface TicketSink {

  /**
   * Takes one stable weighing.
   *
   * @throws org.qingmen.spi.journal.JournalUnavailableException when nothing can be made durable
   *     now
   */
  void submit(Weighing weighing);

  /**
   * One stable weighing of a scale.
   *
   * @param device id of the registered scale
   * @param enterprise enterprise it belongs to
   * @param barrier barrier whose passages it weighs, may be null
   * @param time when the value became stable
   * @param kilograms the value, converted by the unit configured for the device
   * @param unit unit as sent or configured ({@code kg}, {@code t})
   * @param stableBy how stability is known: {@code flag} or {@code derived}
   * @param raw the frame
   */
  record Weighing(
      String device,
      String enterprise,
      String barrier,
      Instant time,
      double kilograms,
      String unit,
      String stableBy,
      byte[] raw) {}
}
