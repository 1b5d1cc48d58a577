package org.qingmen.store;

import java.time.Instant;

/**
 * One act in the audit trail.
 *
 * @param number number in the chain, from 1
 * @param at when
 * @param actor who, such as {@code user:zhang}
 * @param action what, such as {@code rule-pack.activate}
 * @param target on what
 * @param detail JSON text, may be null; never a secret
 * @param hash SHA-256 over the hash before and this entry, lower-case hex
 */
public record AuditEntry(
    long number,
    Instant at,
    String actor,
    String action,
    String target,
    String detail,
    String hash) {}
