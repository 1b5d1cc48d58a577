package org.qingmen.spi.intake;

/**
 * Corrects records. A correction is a record of its own that names what it corrects and is decided
 * again; what was received is never altered. Safe for concurrent use; blocks until the journal is
 * synced.
 */
public interface PassageCorrections {

  /**
   * Checks that a change fits a record, and changes nothing.
   *
   * @param receipt receipt of the record, or of one of its corrections
   * @param patch JSON Merge Patch (RFC 7396) of the record by {@code correction.schema.json}
   * @throws org.qingmen.spi.refusal.Refusal when the record is unknown or would be no record any
   *     more
   */
  void check(String receipt, String patch);

  /**
   * Corrects the record of this chain that stands. The same correction again changes nothing.
   *
   * @throws org.qingmen.spi.refusal.Refusal as for {@link #check}; {@code UNAVAILABLE} while the
   *     database has not followed
   */
  Applied apply(Request request);

  /**
   * A correction.
   *
   * @param receipt receipt of the record, or of one of its corrections
   * @param patch JSON Merge Patch of the record
   * @param reason why
   * @param by who asked for it, such as {@code user:plant}
   * @param accepted who lets it count, such as {@code user:zhang}
   * @param suspicion id of the suspicious information it answers, null for none
   */
  record Request(
      String receipt, String patch, String reason, String by, String accepted, String suspicion) {}

  /**
   * What became of it.
   *
   * @param receipt receipt of the record that stands now
   * @param position its journal position
   * @param changed false when that record said so already
   */
  record Applied(String receipt, long position, boolean changed) {}
}
