package org.qingmen.impact.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.qingmen.engine.Comparison;
import org.qingmen.engine.Comparison.Compared;
import org.qingmen.engine.Comparison.ComparedGrade;
import org.qingmen.engine.PackStatus;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.journal.Journal.Positioned;
import org.qingmen.spi.journal.JournalEntry;
import org.qingmen.spi.pack.PackDescriptor;

/** One version that follows the journal and compares what arrives; far behind, it skips. */
final class ShadowRun {

  private static final int BATCH = 500;
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final PackStatus pack;
  private final String actor;
  private final Instant began;
  private final Journal journal;
  private final Beginning comparing;
  private final long queue;
  private final Flips flips = new Flips();
  private volatile Comparison comparison;
  private volatile long position;
  private volatile long skipped;
  private volatile boolean stopped;
  private volatile String trouble;

  /** Begins a comparison with what serves at that moment. */
  interface Beginning {
    Comparison begin();
  }

  ShadowRun(
      PackStatus pack,
      String actor,
      Instant began,
      Journal journal,
      Beginning comparing,
      long queue) {
    this.pack = pack;
    this.actor = actor;
    this.began = began;
    this.journal = journal;
    this.comparing = comparing;
    this.queue = queue;
    this.position = journal.end();
    this.comparison = comparing.begin();
  }

  PackStatus pack() {
    return pack;
  }

  /** What serves has changed: from now on it is compared with that. */
  synchronized void renew() {
    if (!stopped) {
      Comparison before = comparison;
      comparison = comparing.begin();
      before.close();
    }
  }

  /** Follows until it is stopped. */
  void follow() throws InterruptedException {
    while (!stopped) {
      if (journal.awaitBeyond(position, PATIENCE)) {
        step();
      }
    }
  }

  /** Takes the next entries, leaving out what is too far back. */
  synchronized void step() {
    if (stopped) {
      return;
    }
    long behind = journal.end() - position;
    if (behind > queue) {
      skipped += behind - queue;
      position += behind - queue;
    }
    List<Positioned> entries = journal.read(position, BATCH);
    for (Positioned entry : entries) {
      compare(entry);
      position = entry.position();
    }
  }

  private void compare(Positioned entry) {
    boolean graded = comparison.kind() == PackDescriptor.Kind.GRADING;
    byte[] document = entry.entry().document();
    try {
      if (graded && entry.entry().kind() == JournalEntry.Kind.GRADE) {
        ComparedGrade grade = comparison.grade(document);
        if (grade != null) {
          JsonNode facts = Json.read(new String(document, StandardCharsets.UTF_8)).path("facts");
          String enterprise = facts.at("/enterprise/id").asText();
          flips.add(enterprise, facts.path("industry").asText(), entry.position(), grade);
        }
      } else if (!graded && entry.entry().kind() == JournalEntry.Kind.PASSAGE) {
        Compared compared = comparison.passage(document);
        flips.add(entry.position(), compared);
      }
    } catch (RuntimeException e) {
      // A rule of the candidate that fails or loops is worth knowing and must not end the run.
      trouble = String.valueOf(e.getMessage());
      skipped++;
    }
  }

  /** Stops it; a second time changes nothing: packs are let go of once. */
  synchronized void stop() {
    if (!stopped) {
      stopped = true;
      comparison.close();
    }
  }

  ObjectNode json() {
    ObjectNode json = Json.object();
    json.put("running", !stopped).put("by", actor).put("since", Json.time(began));
    json.putObject("pack")
        .put("id", pack.id())
        .put("version", pack.version())
        .put("hash", pack.hash());
    var serving = comparison.serving();
    json.put("serving", serving == null ? null : serving.version());
    json.put("behind", Math.max(0, journal.end() - position)).put("skipped", skipped);
    json.put("queue", queue).put("trouble", trouble);
    json.set("result", flips.json());
    return json;
  }
}
