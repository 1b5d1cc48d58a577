package org.qingmen.engine.internal.life;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Supplier;
import org.qingmen.engine.OpenPack;
import org.qingmen.engine.PackContent;
import org.qingmen.engine.PackException;
import org.qingmen.engine.PackStatus;
import org.qingmen.engine.PackStatus.Origin;
import org.qingmen.engine.PackStatusStore;
import org.qingmen.engine.RulePacks;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.cover.Opened;
import org.qingmen.engine.internal.decide.BudgetExceeded;
import org.qingmen.engine.internal.decide.PacksInService;
import org.qingmen.engine.internal.decide.Snapshot;
import org.qingmen.engine.internal.pack.ArchiveReader;
import org.qingmen.engine.internal.pack.FolderReader;
import org.qingmen.engine.internal.pack.PackFiles;
import org.qingmen.engine.internal.pack.Problems;
import org.qingmen.engine.internal.pack.RulePack;
import org.qingmen.engine.internal.pack.TrustedKeys;
import org.qingmen.engine.internal.pack.Versions;
import org.qingmen.engine.internal.text.Messages;
import org.qingmen.spi.pack.PackDescriptor;
import org.qingmen.spi.pack.PackProblem;
import org.qingmen.spi.pack.PackState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All rule packs of a server: what arrives, what serves, what is kept. */
public final class PackRegistry implements RulePacks, PacksInService {

  private static final Logger LOG = LoggerFactory.getLogger(PackRegistry.class);

  private final PackStatusStore store;
  private final TrustedKeys keys;
  private final Clock clock;
  private final PackBuilder builder;
  private final Book book;
  private final Shelf shelf;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final CountDownLatch ready = new CountDownLatch(1);
  private volatile String failure;
  private volatile Snapshot snapshot = new Snapshot(List.of());

  /** A registry that keeps its packs in a store; {@link #start} loads them. */
  public PackRegistry(PackStatusStore store, PackBuilder builder, TrustedKeys keys, Clock clock) {
    this.store = store;
    this.builder = builder;
    this.keys = keys;
    this.clock = clock;
    this.book = new Book(store);
    this.shelf = new Shelf(store, builder, hash -> book.of(hash).map(Entry::baseHash).orElse(null));
  }

  /** Loads what was in service when the server stopped. */
  public synchronized void start() throws IOException {
    book.load(hash -> shelf.source(hash).map(pack -> pack.descriptor()).orElse(null));
    shelf.expect(book.active().stream().map(Entry::hash).toList());
    for (Optional<Entry> bad = notLoadable(); bad.isPresent(); bad = notLoadable()) {
      Entry entry = bad.get();
      LOG.error("rule pack {} {} cannot be loaded", entry.id(), entry.status().version());
      PackProblem problem = problem("not-loadable", entry.id(), entry.status().version());
      book.change(entry.stopped(PackState.QUARANTINED, problem));
    }
    serve();
  }

  private Optional<Entry> notLoadable() {
    return book.active().stream()
        .filter(entry -> shelf.get(entry.hash(), entry.baseHash()).isEmpty())
        .findFirst();
  }

  /** Lets decisions begin: all packs that were here at the start are in service. */
  public void open() {
    ready.countDown();
  }

  /** Lets decisions fail at once, because the packs could not be loaded. */
  public void fail(String reason) {
    failure = reason;
    ready.countDown();
  }

  /** Whether decisions have begun. */
  public boolean isOpen() {
    return ready.getCount() == 0 && failure == null;
  }

  @Override
  public PackStatus install(byte[] archive, String actor) {
    return install(archive, actor, Origin.UPLOADED);
  }

  /** Installs an archive from somewhere. */
  public PackStatus install(byte[] archive, String actor, Origin origin) {
    Problems problems = new Problems();
    return install(ArchiveReader.read(archive, problems), actor, origin, problems);
  }

  @Override
  public PackStatus install(Path folder, String actor) {
    return install(folder, actor, Origin.UPLOADED);
  }

  /** Installs a folder from somewhere. */
  public PackStatus install(Path folder, String actor, Origin origin) {
    Problems problems = new Problems();
    return install(FolderReader.read(folder, problems), actor, origin, problems);
  }

  /**
   * Installs a pack of the distribution and puts it into service unless a newer one serves; where
   * the distribution brings other content under the same version, the newer distribution counts.
   */
  public PackStatus installShipped(PackFiles files, String bundle) {
    PackStatus status = install(files, bundle, Origin.SHIPPED, new Problems());
    boolean unused = status.state() == PackState.TESTED && status.activatedAt() == null;
    boolean newest =
        list().stream()
            .filter(other -> other.id().equals(status.id()) && other.state() == PackState.ACTIVE)
            .allMatch(other -> gives(other, status));
    return unused && newest ? activate(() -> book.of(status.hash()).orElseThrow(), bundle) : status;
  }

  private static boolean gives(PackStatus way, PackStatus to) {
    int order = Versions.compare(way.version(), to.version());
    return order < 0 || (order == 0 && way.origin() == Origin.SHIPPED);
  }

  private PackStatus install(PackFiles files, String actor, Origin origin, Problems problems) {
    PackStatus status = arrive(files, actor, origin, problems);
    tell();
    return status;
  }

  private synchronized PackStatus arrive(
      PackFiles files, String actor, Origin origin, Problems problems) {
    Optional<Entry> present = book.of(files.hash());
    if (present.isPresent() && !present.get().is(PackState.REFUSED) && problems.none()) {
      return present.get().status();
    }
    boolean shipped = origin == Origin.SHIPPED;
    Optional<String> signer = shipped ? Optional.of("distribution") : keys.signer(files, problems);
    PackDescriptor descriptor = builder.descriptor(files).orElse(null);
    if (descriptor != null && !shipped) {
      Admission.check(descriptor, files.hash(), book.all(), problems);
    }
    String baseHash = null;
    if (problems.none()) {
      Optional<PackBuilder.Built> built = builder.build(files, this::base, true, problems);
      baseHash = built.map(b -> b.pack().base()).map(base -> base.files().hash()).orElse(null);
      built.ifPresent(b -> shelf.put(b.pack()));
    }
    PackState state = problems.none() ? PackState.TESTED : PackState.REFUSED;
    PackStatus status =
        new PackStatus(
            descriptor == null ? PackStatus.UNKNOWN : descriptor.id(),
            descriptor == null ? PackStatus.UNKNOWN : descriptor.version(),
            files.hash(),
            state,
            descriptor,
            signer.orElse(null),
            origin,
            problems.all(),
            clock.instant(),
            actor,
            null,
            null);
    keep(files, state);
    book.change(new Entry(status, baseHash, 0));
    return status;
  }

  private Optional<RulePack> base(String id) {
    return book.base(id).flatMap(entry -> shelf.source(entry.hash()));
  }

  private void keep(PackFiles files, PackState state) {
    if (state != PackState.REFUSED) {
      try {
        store.keep(files.hash(), files.zip());
      } catch (IOException e) {
        throw new PackException("not-durable", Messages.text("not-durable", e.getMessage()));
      }
    }
  }

  @Override
  public PackStatus activate(String id, String version, String actor) {
    return activate(() -> book.need(id, version), actor);
  }

  private PackStatus activate(Supplier<Entry> wanted, String actor) {
    String hash;
    synchronized (this) {
      Entry entry = wanted.get();
      hash = entry.hash();
      if (entry.is(PackState.ACTIVE)) {
        return entry.status();
      }
      if (!entry.is(PackState.TESTED, PackState.SUPERSEDED, PackState.RETIRED)) {
        throw refuse("not-ready", entry.id(), entry.status().version(), entry.state());
      }
      Admission.demand(entry.descriptor(), book.all());
      if (shelf.get(hash, entry.baseHash()).isEmpty()) {
        throw refuse("not-loadable", entry.id(), entry.status().version());
      }
      book.change(entry.activated(book.nextTurn(), clock.instant(), actor));
      serve();
    }
    tell();
    return book.of(hash).orElseThrow().status();
  }

  @Override
  public PackStatus rollback(String id, String actor) {
    PackStatus serving;
    synchronized (this) {
      List<Entry> stack = book.serving(id);
      if (stack.isEmpty()) {
        throw refuse("not-found", id, "");
      }
      if (stack.size() < 2) {
        throw refuse("nothing-to-roll-back", id);
      }
      book.change(stack.get(0).with(PackState.RETIRED));
      serve();
      serving = book.serving(id).get(0).status();
      LOG.info("{} rolled back to {} by {}", id, serving.version(), actor);
    }
    tell();
    return serving;
  }

  @Override
  public PackStatus retire(String id, String version, String actor) {
    synchronized (this) {
      book.change(book.need(id, version).with(PackState.RETIRED));
      serve();
      LOG.info("{} {} retired by {}", id, version, actor);
    }
    tell();
    return book.need(id, version).status();
  }

  @Override
  public void forget(String id, String version, String actor) {
    synchronized (this) {
      Entry entry = book.need(id, version);
      if (entry.status().activatedAt() != null || entry.is(PackState.ACTIVE)) {
        throw refuse("in-use", id, version);
      }
      book.remove(entry.hash());
      try {
        store.drop(entry.hash());
      } catch (IOException e) {
        LOG.warn("the archive of {} {} stays behind: {}", id, version, e.toString());
      }
    }
    tell();
  }

  @Override
  public List<PackStatus> list() {
    return book.statuses();
  }

  @Override
  public Optional<PackStatus> get(String id, String version) {
    return book.of(id, version).map(Entry::status);
  }

  @Override
  public Optional<PackContent> content(String id, String version) {
    return examine(id, version, OpenPack::content);
  }

  @Override
  public <T> Optional<T> examine(String id, String version, Function<OpenPack, T> look) {
    Optional<Entry> entry = book.of(id, version).filter(found -> !found.is(PackState.REFUSED));
    Optional<CompiledPack> pack = entry.flatMap(e -> shelf.entered(e.hash(), e.baseHash()));
    try {
      return pack.map(p -> look.apply(new Opened(p, List.of())));
    } finally {
      pack.ifPresent(CompiledPack::leave);
    }
  }

  @Override
  public Registration listen(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public Snapshot snapshot() {
    try {
      ready.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the rule packs were loaded", e);
    }
    if (failure != null) {
      throw new IllegalStateException("the rule packs could not be loaded: " + failure);
    }
    return snapshot;
  }

  @Override
  public Optional<CompiledPack> entered(String hash) {
    return shelf.entered(hash, book.of(hash).map(Entry::baseHash).orElse(null));
  }

  @Override
  public void quarantine(BudgetExceeded failure) {
    synchronized (this) {
      Optional<Entry> entry = book.of(failure.pack().ref().hash());
      if (entry.isEmpty() || !entry.get().is(PackState.ACTIVE)) {
        return;
      }
      LOG.error("rule pack quarantined: {}", failure.getMessage());
      PackProblem problem =
          problem("budget", failure.pack().ref().id(), failure.limit(), failure.rule());
      try {
        book.change(entry.get().stopped(PackState.QUARANTINED, problem));
        serve();
      } catch (PackException e) {
        LOG.error("the quarantine could not be written and lasts until the next start", e);
        snapshot = snapshot.without(failure.pack());
      }
    }
    tell();
  }

  /** Frees everything. */
  public synchronized void stop() {
    snapshot = new Snapshot(List.of());
    shelf.closeAll();
  }

  /** Swaps in what the book says; evaluations that began before finish with the old packs. */
  private void serve() {
    List<CompiledPack> serving = new ArrayList<>();
    List<String> hashes = book.active().stream().map(Entry::hash).toList();
    shelf.expect(hashes);
    for (Entry entry : book.active()) {
      shelf.get(entry.hash(), entry.baseHash()).ifPresent(serving::add);
    }
    snapshot = new Snapshot(serving);
    shelf.serve(hashes);
  }

  private void tell() {
    for (Runnable listener : listeners) {
      try {
        listener.run();
      } catch (RuntimeException e) {
        LOG.warn("a listener of the rule packs failed", e);
      }
    }
  }

  private static PackProblem problem(String code, Object... values) {
    return new PackProblem(null, 0, code, Messages.text(code, values));
  }

  private static PackException refuse(String code, Object... values) {
    return new PackException(code, Messages.text(code, values));
  }
}
