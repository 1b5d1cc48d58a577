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
import org.qingmen.spi.journal.JournalEntry;
import org.qingmen.spi.journal.JournalSearch;
import org.qingmen.spi.pack.PackDescriptor;

/**
 * One impact job. Passages are read from the journal in parts, by several workers; some of them,
 * chosen at random, are decided again by all rules as well, so that the figures prove themselves.
 */
final class ImpactRun {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** A few blocks of a segment of the journal, so that most parts begin and end with a block. */
  private static final int PART = 2048;

  /** Somewhat more than ten thousand, because chance decides. */
  private static final int CHECKED = 10_500;

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
  private final LongAdder passages = new LongAdder();
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
    this.next = new AtomicLong(begin / PART * PART);
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
      long begun = System.nanoTime();
      long after = Math.max(begin, from);
      long until = Math.min(end, from + PART);
      part(after, until, random);
      done.add(until - after);
      throttle.rest(System.nanoTime() - begun);
    }
  }

  private void part(long after, long until, SplittableRandom random) {
    double chance = chance();
    long[] seen = new long[2];
    journal.scan(
        after,
        until,
        JournalEntry.Kind.PASSAGE,
        (position, document) -> {
          seen[0]++;
          seen[1] += compare(position, document, random.nextDouble() < chance);
        });
    passages.add(seen[0]);
    flips.same(seen[1]);
  }

  /** How likely a passage is checked; not all entries are passages, as those read so far tell. */
  private double chance() {
    double share = (passages.sum() + 1.0) / (done.sum() + 1.0);
    return CHECKED / Math.max(1.0, (end - begin) * Math.min(1, share));
  }

  /** 1 when it comes out the same. */
  private int compare(long position, byte[] document, boolean check) {
    Compared compared = comparison.passage(document);
    if (compared.readable() && !compared.wanted()) {
      return 0;
    }
    if (compared.readable() && check) {
      checked.increment();
      if (!comparison.whole(document).equals(compared)) {
        otherwise.increment();
      }
    }
    if (compared.readable() && !compared.differs()) {
      return 1;
    }
    flips.add(position, compared);
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
