package org.qingmen.intake.internal.passage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.qingmen.model.Severity;
import org.qingmen.spi.intake.PassageAnswer.Finding;
import org.qingmen.spi.refusal.RefusalTexts;

/** Findings that are made before any rule, because rules of the time cannot make them. */
final class Noted {

  /** Ledgers are kept for 24 months; what is older is no backfill. */
  private static final Duration RETENTION = Duration.ofDays(731);

  private final RefusalTexts texts;

  Noted(RefusalTexts texts) {
    this.texts = texts;
  }

  /** What is to be noted of a record: codes in no table, a time beyond all ledgers. */
  List<Finding> of(PassageReading.Read read, Instant received) {
    List<Finding> findings = new ArrayList<>();
    for (PassageReading.Unmapped code : read.unmapped()) {
      findings.add(
          new Finding(
              "unmapped-code",
              Severity.INFO,
              code.field(),
              texts.text("unmapped-code", code.field(), code.value())));
    }
    Instant time = read.passage().time().toInstant();
    if (time.isBefore(received.minus(RETENTION))) {
      findings.add(
          new Finding(
              "implausible-time",
              Severity.SUSPICIOUS,
              "/time",
              texts.text("implausible-time", time.toString())));
    }
    return findings;
  }
}
