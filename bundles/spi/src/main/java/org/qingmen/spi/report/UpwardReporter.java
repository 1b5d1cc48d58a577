package org.qingmen.spi.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends records to an upper platform in its dialect. One attempt per call; the outbox retries.
 * Registered as an OSGi service; a reporter overrides {@link #send}, or {@link #report} when its
 * platform needs no destination. Safe for concurrent use.
 */
public interface UpwardReporter {

  /** Id of the upper platform's dialect. */
  String dialect();

  /**
   * Sends one record.
   *
   * @param document the native record, UTF-8 JSON
   * @return the upper platform's receipt
   * @throws IOException when it was not accepted; the message says what the platform answered
   */
  default String report(byte[] document) throws IOException {
    throw new IOException("the dialect " + dialect() + " needs a destination");
  }

  /**
   * Sends records in their order.
   *
   * @return what became of each, in their order; fewer when the platform stopped listening, the
   *     rest is then sent again later
   * @throws IOException when the platform could not be reached or refused the whole; everything is
   *     sent again later
   */
  default List<Sent> send(Destination destination, List<Report> reports) throws IOException {
    List<Sent> sent = new ArrayList<>();
    for (Report report : reports) {
      sent.add(Sent.confirmed(report(report.document())));
    }
    return sent;
  }
}
