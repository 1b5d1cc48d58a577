package org.qingmen.grading.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.qingmen.engine.GradeDecision;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.journal.JournalEntry;
import org.qingmen.spi.journal.JournalUnavailableException;

/**
 * Keeps grade decisions in the journal. Whoever asks again while nothing changed gets the decision
 * that is kept already, so that looking at a page does not fill the journal.
 */
final class KeptDecisions {

  private static final int REMEMBERED = 20_000;

  private final Journal journal;
  private final Map<String, Long> positions =
      new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > REMEMBERED;
        }
      };

  KeptDecisions(Journal journal) {
    this.journal = journal;
  }

  /** Positions of the decisions, synced when this returns. */
  List<Long> keep(List<GradeDecision> decisions) {
    List<Long> kept = new ArrayList<>();
    for (GradeDecision decision : decisions) {
      String key = sha256(decision.document());
      Long known = known(key);
      kept.add(known != null ? known : append(key, decision));
    }
    return kept;
  }

  private long append(String key, GradeDecision decision) {
    JournalEntry entry =
        new JournalEntry(
            JournalEntry.Kind.GRADE, Instant.now(), "grading", new byte[0], decision.document());
    Journal.Appended appended = journal.append(List.of(entry));
    await(appended);
    synchronized (positions) {
      positions.putIfAbsent(key, appended.first());
      return positions.get(key);
    }
  }

  private Long known(String key) {
    synchronized (positions) {
      return positions.get(key);
    }
  }

  private static void await(Journal.Appended appended) {
    try {
      appended.synced().join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof JournalUnavailableException unavailable) {
        throw unavailable;
      }
      throw e;
    }
  }

  private static String sha256(byte[] document) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(document);
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
