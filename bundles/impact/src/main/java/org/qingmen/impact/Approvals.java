package org.qingmen.impact;

import org.qingmen.engine.PackStatus;

/**
 * The second person. A version whose impact lies above the configured share is not put into service
 * until somebody else than the one who brought it, and than the one who activates it, has approved
 * it after the impact was known. Safe for concurrent use.
 */
public interface Approvals {

  /**
   * Approves a version.
   *
   * @param note what the approver says, may be null
   * @return the approval as JSON
   * @throws org.qingmen.spi.refusal.Refusal {@code approval-own} when the approver brought the
   *     pack, {@code approval-nothing} when no impact of it demands one
   */
  String approve(PackStatus candidate, String note, String actor);

  /** Whether an approval is demanded, by which job, and who gave it; as JSON. */
  String state(PackStatus candidate);
}
