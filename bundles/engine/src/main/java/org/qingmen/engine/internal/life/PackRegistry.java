package org.qingmen.engine.internal.life;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.qingmen.engine.ActivationGuard;
import org.qingmen.engine.OpenPack;
import org.qingmen.engine.PackAct;
import org.qingmen.engine.PackContent;
import org.qingmen.engine.PackEvent.Act;
import org.qingmen.engine.PackException;
import org.qingmen.engine.PackStatus;
import org.qingmen.engine.PackStatus.Origin;
import org.qingmen.engine.PackStatusStore;
import org.qingmen.engine.RulePacks;
import org.qingmen.engine.StoppedRule;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.cover.Opened;
import org.qingmen.engine.internal.decide.BudgetExceeded;
import org.qingmen.engine.internal.decide.PacksInService;
import org.qingmen.engine.internal.decide.Snapshot;
import org.qingmen.engine.internal.life.Arrivals.Way;
import org.qingmen.engine.internal.pack.ArchiveReader;
import org.qingmen.engine.internal.pack.Bases;
import org.qingmen.engine.internal.pack.FolderReader;
import org.qingmen.engine.internal.pack.PackFiles;
import org.qingmen.engine.internal.pack.Problems;
import org.qingmen.engine.internal.pack.TrustedKeys;
import org.qingmen.engine.internal.pack.Versions;
import org.qingmen.engine.internal.text.Messages;
import org.qingmen.spi.pack.PackProblem;
import org.qingmen.spi.pack.PackState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All rule packs of a server: what arrives, what serves, what is kept. */
public final class PackRegistry implements RulePacks, PacksInService {

  private static final Logger LOG = LoggerFactory.getLogger(PackRegistry.class);
  private static final PackAct SERVER = PackAct.by("server");

  private final Book book;
  private final Shelf shelf;
  private final Trust trust;
  private final Arrivals arrivals;
  private final Transitions transitions;
  private final PackStatusStore store;
  private final Listeners listeners = new Listeners();
  private final Readiness readiness = new Readiness();
  private final List<ActivationGuard> guards = new CopyOnWriteArrayList<>();
  private volatile Snapshot snapshot = new Snapshot(List.of());

  /** A registry that keeps its packs in a store; {@link #start} loads them. */
  public PackRegistry(PackStatusStore store, PackBuilder builder, TrustedKeys keys, Clock clock) {
    this(store, builder, keys, false, clock);
  }

  /**
   * A registry that keeps its packs in a store; {@link #start} loads them.
   *
   * @param secondPerson whether nobody may put into service what that person brought alone
   */
  public PackRegistry(
      PackStatusStore store,
      PackBuilder builder,
      TrustedKeys keys,
      boolean secondPerson,
      Clock clock) {
    this.store = store;
    this.book = new Book(store);
    this.shelf = new Shelf(store, builder);
    this.trust = new Trust(keys, secondPerson);
    this.arrivals = new Arrivals(book, shelf, builder, store, trust, clock);
    this.transitions = new Transitions(book, shelf, trust, arrivals);
  }

  /** Loads what was in service when the server stopped, unless it cannot be trusted any more. */
  public synchronized void start() throws IOException {
    List<Entry> lost =
        book.load(hash -> shelf.source(hash).map(pack -> pack.descriptor()).orElse(null));
    lost.forEach(entry -> setAside(entry, notLoadable(entry)));
    book.all().stream()
        .filter(e -> e.is(PackState.ACTIVE, PackState.SUPERSEDED))
        .forEach(this::verify);
    shelf.expect(book.active().stream().map(Entry::chain).toList());
    for (Optional<Entry> bad = unloadable(); bad.isPresent(); bad = unloadable()) {
      setAside(bad.get(), notLoadable(bad.get()));
    }
    serve();
  }

  private Optional<Entry> unloadable() {
    return book.active().stream().filter(entry -> shelf.get(entry.chain()).isEmpty()).findFirst();
  }

  private void verify(Entry entry) {
    Problems problems = new Problems();
    Optional<PackFiles> files = shelf.files(entry.hash());
    if (files.isPresent()) {
      trust.again(entry, files.get(), problems);
      problems.all().stream().findFirst().ifPresent(problem -> setAside(entry, problem));
    } else {
      setAside(entry, notLoadable(entry));
    }
  }

  private static PackProblem notLoadable(Entry entry) {
    return problem("not-loadable", entry.id(), entry.version());
  }

  private void setAside(Entry entry, PackProblem problem) {
    LOG.error(
        "rule pack {} {} is set aside: {}", entry.id(), entry.version(), problem.message().en());
    Moment moment = arrivals.now(SERVER);
    book.change(
        moment,
        moment.move(entry, entry.standing().stopped(problem), Act.QUARANTINED, problem.code()));
  }

  /** Lets decisions begin: all packs that were here at the start are in service. */
  public void open() {
    readiness.open();
  }

  /** Lets decisions fail at once, because the packs could not be loaded. */
  public void fail(String reason) {
    readiness.fail(reason);
  }

  /** Whether decisions have begun. */
  public boolean isOpen() {
    return readiness.isOpen();
  }

  @Override
  public PackStatus install(byte[] archive, boolean draft, PackAct act) {
    Problems problems = new Problems();
    PackFiles files = ArchiveReader.read(archive, problems);
    return install(files, new Way(Origin.UPLOADED, act, draft), problems);
  }

  /** Installs an archive from somewhere. */
  public PackStatus install(byte[] archive, String actor, Origin origin) {
    Problems problems = new Problems();
    PackFiles files = ArchiveReader.read(archive, problems);
    return install(files, new Way(origin, PackAct.by(actor), false), problems);
  }

  @Override
  public PackStatus install(Path folder, String actor) {
    return install(folder, actor, Origin.UPLOADED);
  }

  /** Installs a folder from somewhere. */
  public PackStatus install(Path folder, String actor, Origin origin) {
    Problems problems = new Problems();
    PackFiles files = FolderReader.read(folder, problems);
    return install(files, new Way(origin, PackAct.by(actor), false), problems);
  }

  /**
   * Installs a pack of the distribution and puts it into service unless a newer one serves; where
   * the distribution brings other content under the same version, the newer distribution counts.
   */
  public PackStatus installShipped(PackFiles files, String bundle) {
    PackAct act = PackAct.by(bundle);
    PackStatus status = install(files, new Way(Origin.SHIPPED, act, false), new Problems());
    boolean unused = status.state() == PackState.SIGNED && status.activatedAt() == null;
    boolean newest =
        list().stream()
            .filter(other -> other.id().equals(status.id()) && other.state() == PackState.ACTIVE)
            .allMatch(other -> gives(other, status));
    return unused && newest
        ? changed(
            () -> book.of(status.hash()).orElseThrow(), e -> transitions.activate(e, null, act))
        : status;
  }

  private static boolean gives(PackStatus way, PackStatus to) {
    int order = Versions.compare(way.version(), to.version());
    return order < 0 || (order == 0 && way.origin() == Origin.SHIPPED);
  }

  /** Builds shipped packs in service on the bases that the distribution brings now. */
  public void rebaseShipped() {
    for (PackStatus pack : list()) {
      if (pack.origin() == Origin.SHIPPED && pack.state() == PackState.ACTIVE && pack.olderBase()) {
        changed(
            () -> book.of(pack.hash()).orElseThrow(),
            entry -> transitions.activate(entry, null, PackAct.by("distribution")));
      }
    }
  }

  private PackStatus install(PackFiles files, Way way, Problems problems) {
    Entry entry;
    synchronized (this) {
      entry = arrivals.arrive(files, way, problems);
    }
    listeners.tell();
    return book.status(entry);
  }

  /** Makes one change, lets it count for decisions and tells those who listen. */
  private PackStatus changed(Supplier<Entry> wanted, Consumer<Entry> change) {
    String hash;
    synchronized (this) {
      Entry entry = wanted.get();
      hash = entry.hash();
      change.accept(entry);
      serve();
    }
    listeners.tell();
    return book.status(book.of(hash).orElseThrow());
  }

  private PackStatus changed(String id, String version, Consumer<Entry> change) {
    return changed(() -> book.need(id, version), change);
  }

  @Override
  public PackStatus check(String id, String version, PackAct act) {
    return changed(
        id,
        version,
        entry -> {
          if (!entry.is(PackState.DRAFT)) {
            throw refuse("no-draft", id, version, entry.state());
          }
          arrivals.check(entry, act);
        });
  }

  @Override
  public PackStatus activate(String id, String version, LocalDate from, PackAct act) {
    PackStatus wanted = book.status(book.need(id, version));
    if (wanted.state() != PackState.ACTIVE) {
      guards.forEach(guard -> guard.check(wanted, act.actor()));
    }
    return changed(id, version, entry -> transitions.activate(entry, from, act));
  }

  @Override
  public PackStatus rollback(String id, String to, PackAct act) {
    synchronized (this) {
      if (to == null) {
        transitions.rollback(id, act);
      } else {
        transitions.rollback(book.need(id, to), act);
      }
      serve();
    }
    listeners.tell();
    return book.status(book.serving(id).get(0));
  }

  @Override
  public PackStatus retire(String id, String version, PackAct act) {
    return changed(
        id, version, entry -> transitions.end(entry, PackState.RETIRED, Act.RETIRED, act));
  }

  /** Has a guard asked before any activation by a person, until the registration is closed. */
  public Registration guard(ActivationGuard guard) {
    guards.add(guard);
    return () -> guards.remove(guard);
  }

  @Override
  public PackStatus archive(String id, String version, PackAct act) {
    return changed(
        id, version, entry -> transitions.end(entry, PackState.ARCHIVED, Act.ARCHIVED, act));
  }

  @Override
  public PackStatus shadow(String id, String version, boolean begin, PackAct act) {
    return changed(id, version, entry -> transitions.shadow(entry, begin, act));
  }

  @Override
  public PackStatus stopRule(String id, String version, String rule, PackAct act) {
    return changed(id, version, entry -> transitions.stop(entry, rule, true, act));
  }

  @Override
  public PackStatus resumeRule(String id, String version, String rule, PackAct act) {
    return changed(id, version, entry -> transitions.stop(entry, rule, false, act));
  }

  @Override
  public void forget(String id, String version, String actor) {
    synchronized (this) {
      Entry entry = book.need(id, version);
      if (entry.served() || entry.is(PackState.ACTIVE, PackState.SHADOW)) {
        throw refuse("in-use", id, version);
      }
      book.remove(entry.hash());
      try {
        store.drop(entry.hash());
      } catch (IOException e) {
        LOG.warn("the archive of {} {} stays behind: {}", id, version, e.toString());
      }
    }
    listeners.tell();
  }

  @Override
  public List<PackStatus> list() {
    return book.statuses();
  }

  @Override
  public Optional<PackStatus> get(String id, String version) {
    return book.of(id, version).map(book::status);
  }

  @Override
  public Optional<PackContent> content(String id, String version) {
    return examine(id, version, OpenPack::content);
  }

  @Override
  public <T> Optional<T> examine(String id, String version, Function<OpenPack, T> look) {
    Optional<Entry> entry = book.of(id, version).filter(found -> !found.is(PackState.REFUSED));
    Optional<CompiledPack> pack = entry.flatMap(e -> shelf.entered(e.chain()));
    try {
      return pack.map(p -> look.apply(new Opened(p, List.of())));
    } finally {
      pack.ifPresent(CompiledPack::leave);
    }
  }

  /** Finds what {@code extends} stands for here and now. */
  public Bases bases() {
    return arrivals::base;
  }

  /** The version of an id that was put into service last, entered; empty when none serves. */
  public Optional<CompiledPack> enteredServing(String id) {
    return book.serving(id).stream()
        .filter(entry -> entry.is(PackState.ACTIVE))
        .findFirst()
        .flatMap(entry -> shelf.entered(entry.chain()));
  }

  /**
   * The files of a version, drafts included.
   *
   * @throws PackException {@code not-found}
   */
  public PackFiles files(String id, String version) {
    return shelf
        .files(book.need(id, version).hash())
        .orElseThrow(() -> refuse("not-found", id, version));
  }

  @Override
  public Registration listen(Runnable listener) {
    return listeners.add(listener);
  }

  @Override
  public Snapshot snapshot() {
    readiness.await();
    return snapshot;
  }

  @Override
  public Optional<CompiledPack> entered(String hash) {
    return book.of(hash)
        .flatMap(entry -> shelf.entered(entry.chain()).map(pack -> asItServes(pack, entry)));
  }

  @Override
  public Optional<CompiledPack> entered(String hash, List<String> before) {
    return Chains.of(hash, before, shelf::source).flatMap(shelf::entered);
  }

  @Override
  public void quarantine(BudgetExceeded failure) {
    synchronized (this) {
      Optional<Entry> entry = book.of(failure.pack().ref().hash());
      if (entry.isEmpty() || !entry.get().is(PackState.ACTIVE)) {
        return;
      }
      PackProblem problem =
          problem(failure.code(), failure.pack().ref().id(), failure.limit(), failure.rule());
      try {
        setAside(entry.get(), problem);
        serve();
      } catch (PackException e) {
        LOG.error("the quarantine could not be written and lasts until the next start", e);
        snapshot = snapshot.without(failure.pack());
      }
    }
    listeners.tell();
  }

  /** Frees everything. */
  public synchronized void stop() {
    snapshot = new Snapshot(List.of());
    shelf.closeAll();
  }

  /** Swaps in what the book says; evaluations that began before finish with the old packs. */
  private void serve() {
    List<CompiledPack> serving = new ArrayList<>();
    List<List<String>> chains = book.active().stream().map(Entry::chain).toList();
    shelf.expect(chains);
    for (Entry entry : book.active()) {
      shelf.get(entry.chain()).ifPresent(pack -> serving.add(asItServes(pack, entry)));
    }
    snapshot = new Snapshot(serving);
    shelf.serve(chains);
  }

  private static CompiledPack asItServes(CompiledPack pack, Entry entry) {
    List<String> stopped = entry.standing().stopped().stream().map(StoppedRule::key).toList();
    return pack.serving(stopped, entry.standing().from());
  }

  private static PackProblem problem(String code, Object... values) {
    return new PackProblem(null, 0, code, Messages.text(code, values));
  }

  static PackException refuse(String code, Object... values) {
    return new PackException(code, Messages.text(code, values));
  }
}
