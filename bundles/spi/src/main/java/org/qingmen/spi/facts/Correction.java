package org.qingmen.spi.facts;

/**
 * What a corrected record corrects. Kept among the facts of its decision, so that the correction is
 * proved by the same hash as the decision.
 *
 * @param receipt receipt of the record it corrects
 * @param reason why, in the words of who asked for it
 * @param by who asked for it, such as {@code user:plant}
 * @param accepted who let it count, such as {@code user:zhang}
 * @param suspicion id of the suspicious information it answers, null when none
 */
public record Correction(
    String receipt, String reason, String by, String accepted, String suspicion) {}
