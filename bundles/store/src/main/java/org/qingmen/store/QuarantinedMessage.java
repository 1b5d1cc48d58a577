package org.qingmen.store;

import java.time.Instant;

/**
 * A message that could not be accepted; its bytes lie in the journal at {@code position}.
 *
 * @param id {@code Q} + position in base 36
 * @param position position of its journal entry
 * @param received when it came
 * @param source where it came from
 * @param protocol connector or door that received it
 * @param reason code of the reason
 * @param enterprise discharge-unit code it named, may be null
 * @param size bytes
 * @param resolvedBy who dealt with it, null while it waits
 * @param resolvedAt when, null while it waits
 * @param resolution what was done, null while it waits
 */
public record QuarantinedMessage(
    String id,
    long position,
    Instant received,
    String source,
    String protocol,
    String reason,
    String enterprise,
    int size,
    String resolvedBy,
    Instant resolvedAt,
    String resolution) {}
