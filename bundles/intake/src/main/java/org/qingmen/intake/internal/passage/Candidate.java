package org.qingmen.intake.internal.passage;

import java.util.concurrent.CompletableFuture;
import org.qingmen.engine.CanonicalPassage;
import org.qingmen.engine.Decision;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.intake.NativeRecord;
import org.qingmen.spi.intake.PassageAnswer.Fault;
import org.qingmen.spi.journal.JournalEntry;
import org.qingmen.store.KnownRecord;

/** One record on its way through the intake; lives as long as the request. */
final class Candidate {

  final NativeRecord record;
  final PassageReading.Read read;
  Fault fault;
  Enterprise enterprise;
  CanonicalPassage canonical;
  Decision decision;
  Duplicates.Claim own;
  Duplicates.Claim earlier;
  long position;

  Candidate(NativeRecord record, PassageReading.Read read) {
    this.record = record;
    this.read = read;
  }

  boolean admitted() {
    return enterprise != null;
  }

  /** Whether this request is the one that takes the record. */
  boolean claimed() {
    return own != null && earlier == null;
  }

  String receipt() {
    return read.passage().receipt().value();
  }

  void claim(Duplicates duplicates) {
    own = new Duplicates.Claim(canonical.hash(), new CompletableFuture<>());
    earlier = duplicates.claim(receipt(), own).orElse(null);
  }

  /** The database knows the record: whoever waited for this claim is told. */
  void found(Duplicates duplicates, KnownRecord known) {
    duplicates.correct(receipt(), known);
    own.position().complete(known.position());
    earlier =
        new Duplicates.Claim(
            known.contentHash(), CompletableFuture.completedFuture(known.position()));
  }

  void keep(Duplicates duplicates, long at) {
    position = at;
    duplicates.keep(receipt(), own, at);
  }

  JournalEntry entry(java.time.Instant received) {
    return new JournalEntry(
        JournalEntry.Kind.PASSAGE, received, record.source(), record.raw(), decision.document());
  }
}
