package org.qingmen.store;

import java.time.Instant;
import java.util.List;

/**
 * Records and their corrections. A correction is a record of its own beside the one it corrects;
 * only the last of a chain stands and is counted, all of them stay readable by their receipts.
 */
public interface PassageChains {

  /**
   * The record as received and its corrections, oldest first.
   *
   * @param receipt receipt of any of them
   * @return one link when it was never corrected, none when the receipt is unknown
   */
  List<Link> chain(String receipt);

  /**
   * One record of a chain.
   *
   * @param receipt its receipt
   * @param position position of its journal entry
   * @param received when it was received
   * @param corrects receipt it corrects, null for the record as received
   * @param standing whether it is the one that counts
   */
  record Link(String receipt, long position, Instant received, String corrects, boolean standing) {}
}
