package org.qingmen.store;

/**
 * What is known of a receipt that was seen before.
 *
 * @param contentHash leading 32 hex digits of the SHA-256 of its canonical native record
 * @param position position of its journal entry
 */
public record KnownRecord(String contentHash, long position) {

  /**
   * Whether another record has the same content.
   *
   * @param sha256 its full hash, 64 lower-case hex digits
   */
  public boolean sameContent(String sha256) {
    return sha256.startsWith(contentHash);
  }
}
