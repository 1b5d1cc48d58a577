package org.qingmen.engine.internal.pack;

import java.security.PublicKey;
import java.time.LocalDate;
import java.util.Set;

/**
 * A key whose signature is accepted.
 *
 * @param name its file without the ending
 * @param roles what its owner may sign as
 * @param key the key
 * @param fingerprint lower-case hex SHA-256 of its encoded form
 * @param from first day on which it may sign; null without a beginning
 * @param to last day; null without an end
 */
record TrustedKey(
    String name, Set<Role> roles, PublicKey key, String fingerprint, LocalDate from, LocalDate to) {

  /** As what somebody signs. */
  enum Role {
    /** Wrote or checked the rules. */
    AUTHOR,
    /** Approves what another person wrote. */
    APPROVER
  }

  boolean holds(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }
}
