package org.qingmen.spi.report;

/**
 * Something reported upward.
 *
 * @param kind what it is
 * @param ledger name of the ledger for its rows, such as {@code weigh-ticket}; else null
 * @param enterprise discharge-unit code; empty for a summary
 * @param document UTF-8 JSON: a native passage, a row of a ledger, or a day's summary
 */
public record Report(Kind kind, String ledger, String enterprise, byte[] document) {

  /** What is reported. */
  public enum Kind {
    PASSAGE,
    LEDGER,
    SUMMARY
  }
}
