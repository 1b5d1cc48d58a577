package org.qingmen.impact.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.qingmen.engine.Comparing;
import org.qingmen.engine.Comparison;
import org.qingmen.engine.Comparison.Compared;
import org.qingmen.impact.Impacts.Request;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.journal.Journal.Positioned;
import org.qingmen.spi.journal.JournalEntry;
import org.qingmen.spi.journal.JournalSearch;
import org.qingmen.spi.pack.PackDescriptor;

/**
 * One impact job. Passages are read from the journal in parts, by several workers; some of them,
 * chosen at random, are decided again by all rules as well, so that the figures prove themselves.
 */
final class ImpactRun {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int PART = 1280;
  private static final int CHECKED = 10_000;

  /** Gates' clocks may be ahead of the server's. */
  private static final Duration AHEAD = Duration.ofDays(1);

  private final Request request;
  private final Journal journal;
  private final Comparison comparison;
  private final GradeSweep grades;
  private final Throttle throttle;
  private final Flips flips = new Flips();
  private final long end;
  private final long begin;
  private final AtomicLong next;
  private final LongAdder done = new LongAdder();
  private final LongAdder checked = new LongAdder();
  private final LongAdder otherwise = new LongAdder();
  private final double chance;
  private volatile boolean cancelled;
  private volatile long started;

  ImpactRun(
      Request request,
      Journal journal,
      Comparison comparison,
      GradeSweep grades,
      Throttle throttle) {
    this.request = request;
    this.journal = journal;
    this.comparison = comparison;
    this.grades = grades;
    this.throttle = throttle;
    boolean passages = comparison.kind() != PackDescriptor.Kind.GRADING;
    Instant from = request.from().atStartOfDay(ZONE).toInstant().minus(AHEAD);
    this.end = passages ? journal.end() : 0;
    this.begin = passages ? JournalSearch.before(journal, from) : 0;
    this.next = new AtomicLong(begin);
    this.chance = Math.min(1, (double) CHECKED / Math.max(1, end - begin));
  }

  static Comparing.Scope scope(Request request) {
    return new Comparing.Scope(request.from(), request.to(), request.division());
  }

  /** Runs to the end or until it is cancelled. */
  void run(ExecutorService workers, int threads) throws InterruptedException {
    started = System.nanoTime();
    if (comparison.kind() == PackDescriptor.Kind.GRADING) {
      grades.run(request, comparison, flips, () -> cancelled);
      return;
    }
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      all.add(workers.submit(this::work));
    }
    try {
      for (Future<?> one : all) {
        one.get();
      }
    } catch (ExecutionException e) {
      cancelled = true;
      throw e.getCause() instanceof RuntimeException runtime
          ? runtime
          : new CompletionException(e.getCause());
    }
  }

  private void work() {
    SplittableRandom random = new SplittableRandom();
    for (long from = next.getAndAdd(PART); from < end; from = next.getAndAdd(PART)) {
      if (cancelled || Thread.currentThread().isInterrupted()) {
        return;
      }
      long until = Math.min(end, from + PART);
      long begun = System.nanoTime();
      part(from, until, random);
      done.add(until - from);
      throttle.rest(System.nanoTime() - begun);
    }
  }

  private void part(long from, long until, SplittableRandom random) {
    long same = 0;
    long at = from;
    while (at < until) {
      List<Positioned> entries = journal.read(at, (int) (until - at));
      if (entries.isEmpty()) {
        break;
      }
      for (Positioned entry : entries) {
        same += entry.entry().kind() == JournalEntry.Kind.PASSAGE ? compare(entry, random) : 0;
      }
      at = entries.get(entries.size() - 1).position();
    }
    flips.same(same);
  }

  /** 1 when it comes out the same. */
  private int compare(Positioned entry, SplittableRandom random) {
    byte[] document = entry.entry().document();
    Compared compared = comparison.passage(document);
    if (compared.readable() && !compared.wanted()) {
      return 0;
    }
    if (compared.readable() && random.nextDouble() < chance) {
      checked.increment();
      if (!comparison.whole(document).equals(compared)) {
        otherwise.increment();
      }
    }
    if (compared.readable() && !compared.differs()) {
      return 1;
    }
    flips.add(entry.position(), compared);
    return 0;
  }

  void cancel() {
    cancelled = true;
  }

  boolean cancelled() {
    return cancelled;
  }

  double share() {
    return flips.share();
  }

  ObjectNode progress() {
    boolean graded = comparison.kind() == PackDescriptor.Kind.GRADING;
    long of = graded ? grades.of() : end - begin;
    long read = graded ? grades.done() : done.sum();
    double seconds = started == 0 ? 0 : (System.nanoTime() - started) / 1e9;
    double rate = seconds == 0 ? 0 : read / seconds;
    ObjectNode json = Json.object();
    json.put("entries", read).put("of", of);
    json.put("share", of == 0 ? 1.0 : Math.floor(read * 1000.0 / of) / 1000);
    json.put("seconds", Math.round(seconds * 10) / 10.0).put("perSecond", Math.round(rate));
    json.put("secondsLeft", rate == 0 ? null : (Long) Math.round((of - read) / rate));
    json.put("flips", flips.json().path("flips").asLong());
    return json;
  }

  ObjectNode result() {
    ObjectNode json = flips.json();
    json.putObject("checked").put("records", checked.sum()).put("different", otherwise.sum());
    Comparison.Effort effort = comparison.effort();
    json.putObject("effort")
        .put("remembered", effort.remembered())
        .put("evaluated", effort.evaluated())
        .put("whole", effort.whole());
    return json;
  }
}
