package org.qingmen.engine;

/**
 * Who changes the life of a rule pack, and why; kept in its history.
 *
 * @param actor user, program or machine
 * @param reason why, in the person's words; null when none was given
 */
public record PackAct(String actor, String reason) {

  public PackAct {
    reason = reason == null || reason.isBlank() ? null : reason.strip();
  }

  /** Without a reason. */
  public static PackAct by(String actor) {
    return new PackAct(actor, null);
  }
}
