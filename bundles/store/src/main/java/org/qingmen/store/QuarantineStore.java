package org.qingmen.store;

import java.util.Optional;

/**
 * Messages waiting for a person, projected from the journal's entries of kind {@code QUARANTINE}.
 * The document of such an entry is {@code {"source", "protocol", "reason", "enterprise"?}}; the
 * message itself is the entry's raw part.
 */
public interface QuarantineStore {

  /**
   * Messages, newest first.
   *
   * @param openOnly leave out what was dealt with
   * @param reason only with this reason, null for all
   * @param cursor {@link Page#next} of the page before, null for the first
   * @param limit 1 to 1000
   */
  Page<QuarantinedMessage> list(boolean openOnly, String reason, String cursor, int limit);

  /** The message with this id. */
  Optional<QuarantinedMessage> find(String id);

  /**
   * Marks a message as dealt with; the first resolution stands.
   *
   * @return the message, empty when there is none with this id
   */
  Optional<QuarantinedMessage> resolve(String id, String actor, String resolution);
}
