package org.qingmen.intake.internal.passage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.qingmen.engine.NativePassages;
import org.qingmen.model.Coded;
import org.qingmen.model.GatePassage;
import org.qingmen.model.Verdict;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.journal.Journal.Positioned;
import org.qingmen.spi.journal.JournalEntry;

/** Reads back from the journal what the database does not hold yet, at the start. */
final class Recollection {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BATCH = 1000;

  /** Beyond this the start would take too long; the projection counts each receipt once anyway. */
  private static final long MOST = 200_000;

  private Recollection() {}

  static void ofTheJournal(
      Journal journal,
      long projected,
      Duplicates duplicates,
      RecentTraffic traffic,
      HeavyCount heavy) {
    long at = Math.max(projected, journal.end() - MOST);
    for (List<Positioned> some = journal.read(at, BATCH);
        !some.isEmpty();
        some = journal.read(at, BATCH)) {
      some.stream()
          .filter(found -> found.entry().kind() == JournalEntry.Kind.PASSAGE)
          .forEach(found -> recall(found, duplicates, traffic, heavy));
      at = some.get(some.size() - 1).position();
    }
  }

  private static void recall(
      Positioned found, Duplicates duplicates, RecentTraffic traffic, HeavyCount heavy) {
    try {
      JsonNode document = JSON.readTree(found.entry().document());
      duplicates.recall(
          document.path("receipt").asText(),
          document.path("contentHash").asText(),
          found.position());
      GatePassage passage = NativePassages.read(document.at("/facts/passage"));
      traffic.note(passage);
      heavy.note(
          passage,
          Coded.of(Verdict.class, document.path("verdict").asText()).orElse(Verdict.ALLOW));
    } catch (IOException e) {
      throw new IllegalStateException("journal entry " + found.position() + " is damaged", e);
    }
  }
}
