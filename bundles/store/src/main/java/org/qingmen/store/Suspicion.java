package org.qingmen.store;

import java.time.Instant;

/**
 * Suspicious information (可疑信息): findings that an enterprise must explain.
 *
 * @param id its id
 * @param enterprise discharge-unit code
 * @param division division of the enterprise when it was opened
 * @param code code of the finding
 * @param severity severity of the finding
 * @param mergeKey what makes another finding the same item while this one is open
 * @param state {@code open}, {@code answered}, {@code returned}, {@code accepted}, {@code rejected}
 * @param overdue whether its deadline passed without an answer, and that was escalated
 * @param opened when it was opened
 * @param deadline until when the enterprise must answer
 * @param receipt receipt of the first record concerned
 * @param records number of records concerned
 * @param latest when the last record concerned passed
 * @param steps number of steps so far; whoever takes the next one names it
 * @param reply last answer: {@code confirmed}, {@code corrected}, {@code disputed}; null for none
 * @param body JSON: messages, field, rule and what else explains it
 */
public record Suspicion(
    String id,
    String enterprise,
    String division,
    String code,
    String severity,
    String mergeKey,
    String state,
    boolean overdue,
    Instant opened,
    Instant deadline,
    String receipt,
    int records,
    Instant latest,
    int steps,
    String reply,
    String body) {

  /** Whether the enterprise must still answer. */
  public boolean awaitsAnswer() {
    return "open".equals(state) || "returned".equals(state);
  }
}
