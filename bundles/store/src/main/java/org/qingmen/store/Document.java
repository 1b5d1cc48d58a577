package org.qingmen.store;

import java.time.Instant;

/**
 * One version of a registry document; immutable, later versions stand beside it.
 *
 * @param kind kind
 * @param id id within the kind
 * @param enterprise discharge-unit code it belongs to, may be null
 * @param division GB/T 2260 code it belongs to, may be null
 * @param version version, from 1 upward
 * @param body JSON text; of a deleted document the last one
 * @param author who wrote this version
 * @param at when it was written, milliseconds
 * @param deleted whether this version is a deletion
 */
public record Document(
    String kind,
    String id,
    String enterprise,
    String division,
    long version,
    String body,
    String author,
    Instant at,
    boolean deleted) {}
