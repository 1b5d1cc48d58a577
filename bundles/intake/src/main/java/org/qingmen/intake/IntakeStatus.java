package org.qingmen.intake;

/** Figures of the intake since the start, for operators and {@code /metrics}. */
public interface IntakeStatus {

  /** Present figures. */
  Figures figures();

  /**
   * Figures.
   *
   * @param journalEnd position of the last synced entry
   * @param accepted passages accepted
   * @param duplicates passages sent again
   * @param conflicts of these, with other content
   * @param rejected passages rejected
   * @param quarantined messages put in quarantine
   */
  record Figures(
      long journalEnd,
      long accepted,
      long duplicates,
      long conflicts,
      long rejected,
      long quarantined) {}
}
