package org.qingmen.engine;

import java.time.Instant;

/**
 * A rule that must not fire for the time being.
 *
 * @param key package and name of the rule
 * @param name name of the rule
 * @param code its code
 * @param at since when
 * @param by who stopped it
 * @param reason why; may be null
 */
public record StoppedRule(
    String key, String name, String code, Instant at, String by, String reason) {}
