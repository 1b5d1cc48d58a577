package org.qingmen.spi.intake;

import java.util.List;
import org.qingmen.model.Severity;
import org.qingmen.model.Text;
import org.qingmen.model.Verdict;

/**
 * What became of one record.
 *
 * @param serial serial number as sent, null when it could not be read
 * @param status accepted, duplicate or rejected
 * @param receipt receipt; null when rejected
 * @param position journal position up to which a reader must wait to see it; 0 when rejected
 * @param decision id of the decision; null when rejected
 * @param verdict what the gate is told; null when rejected
 * @param reasons why, empty for a plain allow
 * @param findings what verification found
 * @param errors why it was rejected, or {@code conflict} on a duplicate with other content
 */
public record PassageAnswer(
    String serial,
    Status status,
    String receipt,
    long position,
    String decision,
    Verdict verdict,
    List<Reason> reasons,
    List<Finding> findings,
    List<Fault> errors) {

  /** Fate of a record. */
  public enum Status {
    ACCEPTED,
    DUPLICATE,
    REJECTED
  }

  /** Why a verdict was given: the rule's code, clause, message and name. */
  public record Reason(String code, String clause, Text message, String rule) {}

  /**
   * What verification found: code, severity, the field concerned (JSON pointer) and the message.
   */
  public record Finding(String code, Severity severity, String field, Text message) {}

  /** Why a record was rejected: code, JSON pointer into the record, and message. */
  public record Fault(String code, String pointer, Text message) {}
}
