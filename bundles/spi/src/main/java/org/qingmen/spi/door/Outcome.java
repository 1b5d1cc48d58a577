package org.qingmen.spi.door;

import java.util.Map;
import org.qingmen.model.Verdict;
import org.qingmen.spi.device.Device;
import org.qingmen.spi.intake.PassageAnswer;

/**
 * What became of one message.
 *
 * @param fate recorded, noted without a record, or kept in quarantine
 * @param reason why it is in quarantine, or what was noted; null when recorded
 * @param device the registered device; null when unknown
 * @param fields the decoded message; empty when it was refused
 * @param live whether the vehicle stands at the gate now: a passage that its record does not call
 *     offline, whatever the protocol calls a message sent later or again
 * @param answer the platform's answer; null unless it was submitted
 */
public record Outcome(
    Fate fate,
    String reason,
    Device device,
    Map<String, Object> fields,
    boolean live,
    PassageAnswer answer) {

  private static final String OPENS = "opens";

  /** What became of it. */
  public enum Fate {
    RECORDED,
    NOTED,
    QUARANTINED
  }

  /**
   * Whether the arm may open: a registered device, a live passage, and a verdict that says so. The
   * device's setting {@code opens=false} keeps it shut whatever the verdict.
   */
  public boolean opens() {
    return fate == Fate.RECORDED
        && device != null
        && live
        && Boolean.parseBoolean(device.setting(OPENS, "true"))
        && (answer.verdict() == Verdict.ALLOW || answer.verdict() == Verdict.WARN);
  }
}
