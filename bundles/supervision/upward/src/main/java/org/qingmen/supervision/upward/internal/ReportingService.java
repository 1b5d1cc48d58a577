package org.qingmen.supervision.upward.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.report.UpwardReporter;
import org.qingmen.spi.trust.ServerSeal;
import org.qingmen.store.AuditTrail;
import org.qingmen.store.Document;
import org.qingmen.store.DocumentCache;
import org.qingmen.store.LedgerStore;
import org.qingmen.store.Outbox;
import org.qingmen.store.PassageStore;
import org.qingmen.store.Registry;
import org.qingmen.store.Statistics;
import org.qingmen.supervision.upward.UpwardReporting;

/** Keeps a line to every enabled target. */
@Component(
    service = {UpwardReporting.class, ReportingService.class},
    immediate = true)
public final class ReportingService implements UpwardReporting {

  private static final int LONGEST_DAYS = 92;
  private static final int COUNTED = 1000;

  private final Registry registry;
  private final Journal journal;
  private final Outbox outbox;
  private final Enterprises enterprises;
  private final TargetBook book;
  private final Summaries summaries;
  private final Gaps gaps;
  private final Clock clock;
  private final List<UpwardReporter> reporters = new CopyOnWriteArrayList<>();
  private final Map<String, Line> lines = new ConcurrentHashMap<>();
  private final DocumentCache<Target> targets;

  /** Wired by the container. */
  @Activate
  public ReportingService(
      @Reference Registry registry,
      @Reference AuditTrail audit,
      @Reference Journal journal,
      @Reference Outbox outbox,
      @Reference PassageStore passages,
      @Reference Statistics statistics,
      @Reference LedgerStore ledgers,
      @Reference Enterprises enterprises,
      @Reference ServerSeal seal) {
    this.registry = registry;
    this.journal = journal;
    this.outbox = outbox;
    this.enterprises = enterprises;
    this.clock = Clock.systemUTC();
    book = new TargetBook(registry, audit, seal, this::speaks);
    summaries = new Summaries(statistics, ledgers);
    gaps = new Gaps(outbox, passages, summaries);
    targets = new DocumentCache<>(registry, Target.KIND, Target::read, this::changed);
  }

  /** Takes a reporter of a dialect. */
  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindReporter(UpwardReporter reporter) {
    reporters.add(reporter);
  }

  void unbindReporter(UpwardReporter reporter) {
    reporters.remove(reporter);
  }

  @Deactivate
  void close() throws InterruptedException {
    targets.close();
    for (Line line : lines.values()) {
      line.close();
    }
  }

  @Override
  public Document put(String id, String json, String actor) {
    return book.put(id, json, actor);
  }

  @Override
  public List<Document> list() {
    return targets.all().stream()
        .map(Target::document)
        .sorted(Comparator.comparing(Document::id))
        .toList();
  }

  @Override
  public Optional<Document> get(String id) {
    return targets.get(id).map(Target::document);
  }

  @Override
  public void delete(String id, String actor) {
    book.delete(id, actor);
    outbox.forget(id);
  }

  @Override
  public Status status(String id) {
    Target target = target(id);
    int waiting = outbox.waiting(id, List.of(), COUNTED).size();
    Line line = lines.get(target.id());
    return line == null ? new Status(0, waiting, null, null, null, null) : line.status(waiting);
  }

  @Override
  public List<Day> days(String id, LocalDate from, LocalDate to) {
    check(from, to);
    return gaps.days(target(id), from, to);
  }

  @Override
  public List<Outbox.Entry> entries(Outbox.Query query) {
    return outbox.list(query);
  }

  @Override
  public int resend(Outbox.Query which, String actor) {
    int again = outbox.resend(which);
    book.note(actor, "upward.resend", which.target(), again + " items");
    return again;
  }

  @Override
  public long refill(String id, LocalDate from, LocalDate to, String actor) {
    check(from, to);
    Target target = target(id);
    long missing = from.datesUntil(to.plusDays(1)).mapToLong(day -> gaps.refill(target, day)).sum();
    book.note(actor, "upward.refill", id, from + ".." + to + ", " + missing + " records");
    return missing;
  }

  /** The lines that run. */
  List<Line> lines() {
    return List.copyOf(lines.values());
  }

  /** Targets whose stored document cannot be understood. */
  List<Target> broken() {
    return targets.all().stream().filter(Target::broken).toList();
  }

  private boolean speaks(String dialect) {
    return dialect.equals("native")
        || reporters.stream().anyMatch(reporter -> reporter.dialect().equals(dialect));
  }

  private Target target(String id) {
    return targets.get(id).orElseThrow(() -> Texts.unknownTarget(id));
  }

  private static void check(LocalDate from, LocalDate to) {
    if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= LONGEST_DAYS) {
      throw Texts.badPeriod(from, to);
    }
  }

  /** A changed target gets a new line; the old one ends first, so that no two send at once. */
  private void changed(Target before, Target after) {
    String id = before == null ? after.id() : before.id();
    Line old = lines.remove(id);
    try {
      if (old != null) {
        old.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (after != null && after.enabled()) {
      lines.put(id, line(after).start());
    }
  }

  private Line line(Target target) {
    return new Line(
        target,
        new Feeder(target, journal, outbox, enterprises, registry),
        new Sender(
            target,
            outbox,
            journal,
            item -> summaries.report(target, item),
            dialect -> reporters.stream().filter(r -> r.dialect().equals(dialect)).findFirst(),
            book::secret,
            clock),
        gaps,
        outbox,
        journal,
        clock);
  }
}
