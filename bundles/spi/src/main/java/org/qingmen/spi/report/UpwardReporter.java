package org.qingmen.spi.report;

/** Sends records to an upper platform in its dialect. One attempt per call; the outbox retries. */
public interface UpwardReporter {

  /** Id of the upper platform's dialect. */
  String dialect();

  /**
   * Sends one record.
   *
   * @param document the native record, UTF-8 JSON
   * @return the upper platform's receipt
   * @throws java.io.IOException when it was not accepted; the message says what the platform
   *     answered
   */
  String report(byte[] document) throws java.io.IOException;
}
