package org.qingmen.supervision.suspicion.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.journal.Journal.Positioned;
import org.qingmen.spi.journal.JournalEntry;
import org.qingmen.store.PassageChains;
import org.qingmen.store.Projection;
import org.qingmen.store.StoredJson;
import org.qingmen.store.SuspicionStore;
import org.qingmen.store.SuspicionStore.Found;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the journal as far as it is projected and makes items of its findings. The cursor is
 * written together with them; stretches without any are not worth a write each.
 */
final class Follower {

  static final String PLATFORM = "platform";

  private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
  private static final int BATCH = 500;
  private static final long WORTH_A_WRITE = 20_000;

  private final Journal journal;
  private final Projection projection;
  private final PassageChains chains;
  private final SuspicionStore store;
  private final Findings findings;
  private final Clock clock;
  private long seen = -1;
  private long written;

  Follower(
      Journal journal,
      Projection projection,
      PassageChains chains,
      SuspicionStore store,
      Findings findings,
      Clock clock) {
    this.journal = journal;
    this.projection = projection;
    this.chains = chains;
    this.store = store;
    this.findings = findings;
    this.clock = clock;
  }

  /**
   * Takes the next entries.
   *
   * @return whether there were any
   */
  boolean step() throws InterruptedException {
    if (seen < 0) {
      written = store.cursor();
      seen = written;
    }
    long projected = projection.position();
    if (projected <= seen) {
      return false;
    }
    List<Found> found = new ArrayList<>();
    long at = seen;
    Findings batch = findings.ofABatch();
    for (Positioned entry : journal.read(seen, BATCH)) {
      if (entry.position() > projected) {
        break;
      }
      found.addAll(look(entry, batch));
      at = entry.position();
    }
    if (at == seen) {
      return false;
    }
    if (!found.isEmpty() || at - written >= WORTH_A_WRITE) {
      store.take(at, found);
      written = at;
    }
    seen = at;
    return true;
  }

  /** Forgets where it was: the database tells. */
  void forget() {
    seen = -1;
  }

  private List<Found> look(Positioned entry, Findings batch) {
    byte[] document = entry.entry().document();
    if (entry.entry().kind() != JournalEntry.Kind.PASSAGE || Findings.noneIn(document)) {
      return List.of();
    }
    try {
      JsonNode json = StoredJson.read(document);
      Instant now = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
      return batch.in(json, entry.position(), explained(json), now, PLATFORM);
    } catch (IllegalArgumentException
        | java.time.DateTimeException
        | java.io.UncheckedIOException e) {
      // The projection has reported a damaged entry; it must not hold up the others.
      LOG.debug("entry {} is left out: {}", entry.position(), e.getMessage());
      return List.of();
    }
  }

  /** What was found of the record before it was corrected was asked already. */
  private Set<String> explained(JsonNode document) {
    JsonNode corrects = document.at("/facts/corrects/receipt");
    Set<String> codes = new HashSet<>();
    if (corrects.isTextual()) {
      chains.chain(corrects.asText()).stream()
          .filter(link -> !link.receipt().equals(document.path("receipt").asText()))
          .forEach(
              link ->
                  journal
                      .find(link.position())
                      .ifPresent(
                          entry ->
                              StoredJson.read(entry.entry().document())
                                  .path("findings")
                                  .forEach(one -> codes.add(one.path("code").asText()))));
    }
    return codes;
  }

  /** How long to rest when nothing came. */
  static Duration rest() {
    return Duration.ofMillis(500);
  }
}
