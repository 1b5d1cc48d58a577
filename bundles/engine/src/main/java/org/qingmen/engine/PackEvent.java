package org.qingmen.engine;

import java.time.Instant;
import org.qingmen.spi.pack.PackState;

/**
 * One step in the life of a version.
 *
 * @param at when
 * @param by who; the name of the bundle for shipped packs
 * @param act what happened
 * @param state where it stood afterwards
 * @param reason why, as the person gave it; may be null
 * @param detail what the act was about, such as the rule that was stopped, the day from which it
 *     serves or the version that replaced it; may be null
 */
public record PackEvent(
    Instant at, String by, Act act, PackState state, String reason, String detail) {

  /** What can happen to a version. */
  public enum Act {
    /** It arrived. */
    INSTALLED,
    /** A draft was checked. */
    CHECKED,
    /** Another signature was added. */
    SIGNED,
    /** It began or ended to run beside the version in service. */
    SHADOWED,
    /** A person put it into service. */
    ACTIVATED,
    /** It was compiled again on newer bases. */
    REBASED,
    /** A later version took its place. */
    REPLACED,
    /** It serves again, because what replaced it is gone. */
    RETURNED,
    /** It was taken back. */
    ROLLED_BACK,
    /** A person took it out of service. */
    RETIRED,
    /** It was stopped because it misbehaved or could not be trusted any more. */
    QUARANTINED,
    /** It was put away. */
    ARCHIVED,
    /** One of its rules was stopped. */
    RULE_STOPPED,
    /** A stopped rule fires again. */
    RULE_RESUMED;

    /** As written in JSON and message files, such as {@code rolled-back}. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }
}
