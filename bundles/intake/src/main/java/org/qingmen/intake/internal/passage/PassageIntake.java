package org.qingmen.intake.internal.passage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.qingmen.engine.CanonicalPassage;
import org.qingmen.engine.Decider;
import org.qingmen.intake.internal.Figures;
import org.qingmen.intake.internal.Scopes;
import org.qingmen.intake.internal.Syncs;
import org.qingmen.model.GatePassage;
import org.qingmen.spi.facts.PassageFacts;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.intake.NativeRecord;
import org.qingmen.spi.intake.PassageAnswer;
import org.qingmen.spi.intake.PassageAnswer.Fault;
import org.qingmen.spi.intake.PassageSink;
import org.qingmen.spi.intake.Quarantine;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.journal.JournalEntry;
import org.qingmen.spi.refusal.RefusalTexts;
import org.qingmen.store.KnownRecord;

/**
 * The way of a passage through the intake: read, scope, duplicate, decide, journal, answer. A batch
 * shares one append and one sync.
 */
final class PassageIntake implements PassageSink {

  private final Journal journal;
  private final Decider decider;
  private final Enterprises enterprises;
  private final Quarantine quarantine;
  private final FactGathering facts;
  private final RecentTraffic traffic;
  private final HeavyCount heavy;
  private final Duplicates duplicates;
  private final Figures figures;
  private final RefusalTexts texts = RefusalTexts.beside(PassageIntake.class);
  private final PassageReading reading = new PassageReading(texts);
  private final Noted noted = new Noted(texts);
  private final Answers answers = new Answers(texts);

  /** More threads at work than this only take the processors from one another. */
  private final Semaphore turnstile = new Semaphore(2 * Runtime.getRuntime().availableProcessors());

  PassageIntake(
      Journal journal,
      Decider decider,
      Enterprises enterprises,
      Quarantine quarantine,
      FactGathering facts,
      RecentTraffic traffic,
      HeavyCount heavy,
      Duplicates duplicates,
      Figures figures) {
    this.journal = journal;
    this.decider = decider;
    this.enterprises = enterprises;
    this.quarantine = quarantine;
    this.facts = facts;
    this.traffic = traffic;
    this.heavy = heavy;
    this.duplicates = duplicates;
    this.figures = figures;
  }

  @Override
  public List<PassageAnswer> submit(List<NativeRecord> records) {
    List<Candidate> candidates = new ArrayList<>(records.size());
    try {
      List<Candidate> taken = new ArrayList<>(records.size());
      await(work(records, candidates, taken), taken);
    } catch (RuntimeException e) {
      candidates.stream().filter(Candidate::claimed).forEach(c -> release(c, e));
      throw e;
    }
    return candidates.stream().map(this::answer).toList();
  }

  /** All that goes before the wait for the disk. */
  private Optional<Journal.Appended> work(
      List<NativeRecord> records, List<Candidate> candidates, List<Candidate> taken) {
    Instant received = Instant.now();
    inTurn(() -> records.forEach(record -> candidates.add(admit(record))));
    // The database may be asked here: nobody else waits for that.
    Map<String, KnownRecord> older = olderOnes(candidates);
    inTurn(
        () -> {
          for (Candidate candidate : candidates) {
            if (candidate.admitted() && isNew(candidate, older)) {
              decide(candidate, received);
              taken.add(candidate);
            }
          }
        });
    return append(taken, received);
  }

  private void inTurn(Runnable work) {
    turnstile.acquireUninterruptibly();
    try {
      work.run();
    } finally {
      turnstile.release();
    }
  }

  private Candidate admit(NativeRecord record) {
    PassageReading.Read read = reading.read(record.json());
    Candidate candidate = new Candidate(record, read);
    if (read.refused()) {
      return candidate;
    }
    String enterprise = read.passage().enterprise();
    switch (Scopes.of(enterprises, enterprise, record.enterprise(), record.division())) {
      case OWN -> {
        candidate.enterprise = enterprises.find(enterprise).orElseThrow();
        candidate.canonical = CanonicalPassage.of(read.passage());
      }
      case FOREIGN ->
          candidate.fault = new Fault("scope", "/enterprise", texts.text("scope", enterprise));
      case UNKNOWN -> {
        String id = quarantine.keep(record.source(), "native", "unknown-enterprise", record.raw());
        candidate.fault =
            new Fault(
                "unknown-enterprise",
                "/enterprise",
                texts.text("unknown-enterprise", enterprise, id));
      }
    }
    return candidate;
  }

  private Map<String, KnownRecord> olderOnes(List<Candidate> candidates) {
    Map<String, Candidate> claimed = new HashMap<>();
    for (Candidate candidate : candidates) {
      if (candidate.admitted()) {
        candidate.claim(duplicates);
        if (candidate.claimed()) {
          claimed.put(candidate.receipt(), candidate);
        }
      }
    }
    return claimed.isEmpty() ? Map.of() : duplicates.older(claimed.keySet());
  }

  /** Whether the candidate holds its claim; a claim on an older record is given back. */
  private boolean isNew(Candidate candidate, Map<String, KnownRecord> older) {
    if (!candidate.claimed()) {
      return false;
    }
    KnownRecord known = older.get(candidate.receipt());
    if (known == null) {
      return true;
    }
    candidate.found(duplicates, known);
    return false;
  }

  private void decide(Candidate candidate, Instant received) {
    PassageFacts known =
        facts.gather(
            candidate.read.passage(), candidate.enterprise, candidate.read.unit(), received);
    if (FactGathering.capped(known)) {
      synchronized (heavy.lock(candidate.enterprise.id())) {
        decide(candidate, facts.counted(known), received);
      }
    } else {
      decide(candidate, known, received);
    }
  }

  private void decide(Candidate candidate, PassageFacts known, Instant received) {
    GatePassage passage = candidate.read.passage();
    candidate.decision =
        decider.decide(
            known,
            Decider.Occasion.PASSAGE,
            noted.of(candidate.read, received),
            candidate.canonical);
    traffic.note(passage);
    heavy.note(passage, candidate.decision.verdict());
  }

  private Optional<Journal.Appended> append(List<Candidate> taken, Instant received) {
    if (taken.isEmpty()) {
      return Optional.empty();
    }
    List<JournalEntry> entries =
        taken.stream().map(candidate -> candidate.entry(received)).toList();
    return Optional.of(journal.append(entries));
  }

  private void await(Optional<Journal.Appended> appended, List<Candidate> taken) {
    if (appended.isPresent()) {
      Syncs.await(appended.get().synced());
      for (int i = 0; i < taken.size(); i++) {
        taken.get(i).keep(duplicates, appended.get().first() + i);
      }
    }
  }

  private void release(Candidate candidate, RuntimeException cause) {
    duplicates.drop(candidate.receipt(), candidate.own, cause);
  }

  private PassageAnswer answer(Candidate candidate) {
    PassageAnswer answer = answers.to(candidate, journal);
    switch (answer.status()) {
      case ACCEPTED -> figures.countAccepted();
      case DUPLICATE -> figures.countDuplicate(!answer.errors().isEmpty());
      case REJECTED -> figures.countRejected();
    }
    return answer;
  }
}
