package org.qingmen.intake.internal;

import java.util.concurrent.atomic.LongAdder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.intake.IntakeStatus;
import org.qingmen.spi.journal.Journal;

/** Counts what the intake does. */
@Component(service = {IntakeStatus.class, Figures.class})
public final class Figures implements IntakeStatus {

  final LongAdder accepted = new LongAdder();
  final LongAdder duplicates = new LongAdder();
  final LongAdder conflicts = new LongAdder();
  final LongAdder rejected = new LongAdder();
  final LongAdder quarantined = new LongAdder();
  private final Journal journal;

  @Activate
  public Figures(@Reference Journal journal) {
    this.journal = journal;
  }

  /** Counts one passage accepted. */
  public void countAccepted() {
    accepted.increment();
  }

  /** Counts one passage sent again. */
  public void countDuplicate(boolean conflict) {
    duplicates.increment();
    if (conflict) {
      conflicts.increment();
    }
  }

  /** Counts one passage rejected. */
  public void countRejected() {
    rejected.increment();
  }

  /** Counts one message put in quarantine. */
  public void countQuarantined() {
    quarantined.increment();
  }

  @Override
  public IntakeStatus.Figures figures() {
    return new IntakeStatus.Figures(
        journal.end(),
        accepted.sum(),
        duplicates.sum(),
        conflicts.sum(),
        rejected.sum(),
        quarantined.sum());
  }
}
