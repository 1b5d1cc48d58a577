package org.qingmen.supervision.suspicion.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.qingmen.engine.Decision;
import org.qingmen.engine.PackRef;
import org.qingmen.engine.Rehearsal;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.journal.Journal.Positioned;
import org.qingmen.spi.journal.JournalEntry;
import org.qingmen.spi.journal.JournalSearch;
import org.qingmen.store.PassageChains;
import org.qingmen.store.StoredJson;
import org.qingmen.store.SuspicionStore;
import org.qingmen.store.SuspicionStore.Found;
import org.qingmen.supervision.suspicion.VerificationRuns.Request;

/** One verification of a past period: reads the journal in small parts and keeps counts only. */
final class PastCheck {

  private static final int BATCH = 200;

  private final Request request;
  private final String actor;
  private final Journal journal;
  private final Rehearsal rehearsal;
  private final PassageChains chains;
  private final SuspicionStore store;
  private final Findings findings;
  private final RunResult result = new RunResult();
  private final long end;
  private volatile long begin;
  private volatile long position;
  private volatile boolean cancelled;

  /** What a run works with. */
  record Tools(
      Journal journal,
      Rehearsal rehearsal,
      PassageChains chains,
      SuspicionStore store,
      Findings findings) {}

  PastCheck(Request request, String actor, Tools tools) {
    this.request = request;
    this.actor = actor;
    this.journal = tools.journal();
    this.rehearsal = tools.rehearsal();
    this.chains = tools.chains();
    this.store = tools.store();
    this.findings = tools.findings();
    this.end = journal.end();
  }

  /** Runs to the end; what arrives meanwhile was verified when it arrived. */
  void run() {
    begin = JournalSearch.before(journal, request.from().minus(1, ChronoUnit.DAYS));
    position = begin;
    while (position < end && !cancelled) {
      List<Positioned> entries = journal.read(position, BATCH);
      if (entries.isEmpty()) {
        return;
      }
      List<Found> kept = new ArrayList<>();
      for (Positioned entry : entries) {
        if (entry.position() <= end && entry.entry().kind() == JournalEntry.Kind.PASSAGE) {
          verify(entry, kept);
        }
      }
      if (!kept.isEmpty()) {
        result.opened(store.take(null, kept).size());
      }
      position = Math.min(end, entries.get(entries.size() - 1).position());
    }
  }

  void cancel() {
    cancelled = true;
  }

  boolean cancelled() {
    return cancelled;
  }

  ObjectNode progress() {
    long all = Math.max(1, end - begin);
    return StoredJson.object()
        .put("entries", position - begin)
        .put("of", end - begin)
        .put("share", position >= end ? 1.0 : Math.floor((position - begin) * 1000.0 / all) / 1000);
  }

  ObjectNode result() {
    return result.json();
  }

  private void verify(Positioned entry, List<Found> kept) {
    byte[] document = entry.entry().document();
    JsonNode stored = StoredJson.read(document);
    if (!wanted(stored)) {
      return;
    }
    PackRef candidate = request.candidate();
    Optional<Decision> again = rehearsal.again(document, candidate);
    if (again.isEmpty()) {
      result.unreadable();
      return;
    }
    JsonNode fresh = StoredJson.read(again.get().document());
    Set<String> before = keys(stored);
    Set<String> after = keys(fresh);
    boolean same = before.equals(after);
    if (!same && !standing(stored.path("receipt").asText())) {
      return; // It was corrected since; the correction is verified for itself.
    }
    result.record();
    if (same) {
      return;
    }
    result.note(stored, fresh, before, after);
    if (request.keep()) {
      Set<String> known = new HashSet<>();
      stored.path("findings").forEach(one -> known.add(one.path("code").asText()));
      Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
      kept.addAll(findings.in(fresh, entry.position(), known, now, actor));
    }
  }

  private boolean wanted(JsonNode document) {
    JsonNode passage = document.at("/facts/passage");
    if (!passage.path("time").isTextual()) {
      return false;
    }
    Instant time = OffsetDateTime.parse(passage.path("time").asText()).toInstant();
    String division = document.at("/facts/enterprise/division").asText("");
    return !time.isBefore(request.from())
        && time.isBefore(request.to())
        && (request.enterprise() == null
            || request.enterprise().equals(passage.path("enterprise").asText()))
        && (request.division() == null || division.startsWith(request.division()));
  }

  private boolean standing(String receipt) {
    return chains.chain(receipt).stream()
        .anyMatch(link -> link.standing() && link.receipt().equals(receipt));
  }

  private static Set<String> keys(JsonNode document) {
    Set<String> keys = new HashSet<>();
    for (JsonNode finding : document.path("findings")) {
      keys.add(
          finding.path("code").asText()
              + "|"
              + finding.path("severity").asText()
              + "|"
              + finding.path("field").asText(""));
    }
    return keys;
  }
}
