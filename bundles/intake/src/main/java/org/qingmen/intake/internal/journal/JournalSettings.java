package org.qingmen.intake.internal.journal;

/**
 * Settings of the journal on disk.
 *
 * @param segmentEntries entries per segment file
 * @param compression deflate level of the segments, 1 to 9
 * @param reserveBytes free space below which nothing is taken any more
 */
public record JournalSettings(int segmentEntries, int compression, long reserveBytes) {

  /** What the product ships with. */
  public static final JournalSettings DEFAULT = new JournalSettings(8192, 5, 256L << 20);
}
