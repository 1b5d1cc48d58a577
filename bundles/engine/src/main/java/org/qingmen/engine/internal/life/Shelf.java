package org.qingmen.engine.internal.life;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qingmen.engine.PackStatusStore;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.pack.ArchiveReader;
import org.qingmen.engine.internal.pack.Lineage;
import org.qingmen.engine.internal.pack.PackFiles;
import org.qingmen.engine.internal.pack.Problems;
import org.qingmen.engine.internal.pack.RulePack;

/**
 * Compiled packs in memory: those in service for as long as they are, and a few others that were
 * needed for replay. A pack is told by its chain: the content hashes of what it was built on, the
 * widest first, and its own; the same content built on other bases is another pack.
 */
final class Shelf {

  private static final int OTHERS = 6;

  private final PackStatusStore store;
  private final PackBuilder builder;
  private final LinkedHashMap<List<String>, CompiledPack> packs =
      new LinkedHashMap<>(16, 0.75f, true);
  private final Map<String, WeakReference<RulePack>> sources = new HashMap<>();
  private Set<List<String>> inService = new HashSet<>();

  Shelf(PackStatusStore store, PackBuilder builder) {
    this.store = store;
    this.builder = builder;
  }

  /** The pack, compiled or loaded when it is not here; empty when it is not kept or not good. */
  synchronized Optional<CompiledPack> get(List<String> chain) {
    CompiledPack here = packs.get(chain);
    if (here != null) {
      return Optional.of(here);
    }
    Optional<CompiledPack> built =
        lineage(chain).flatMap(lineage -> builder.compile(lineage, new Problems()));
    built.ifPresent(compiled -> packs.put(List.copyOf(chain), compiled));
    closeOthers();
    return built;
  }

  /** The same, entered before anybody can close it. */
  synchronized Optional<CompiledPack> entered(List<String> chain) {
    return get(chain).filter(CompiledPack::enter);
  }

  /** Takes over a pack that was just built. */
  synchronized void put(CompiledPack pack) {
    CompiledPack before = packs.put(pack.lineage().hashes(), pack);
    if (before != null) {
      before.close();
    }
    closeOthers();
  }

  /** Says which packs are about to serve: loading one of them closes none of the others. */
  synchronized void expect(Collection<List<String>> chains) {
    inService.addAll(chains);
  }

  /** Says which packs are in service; others may be closed from now on. */
  synchronized void serve(Collection<List<String>> chains) {
    inService = new HashSet<>(chains);
    closeOthers();
  }

  /** The layers of a chain as written; empty when one of them is not kept. */
  Optional<Lineage> lineage(List<String> chain) {
    List<RulePack> layers = new ArrayList<>();
    for (String hash : chain) {
      Optional<RulePack> layer = source(hash);
      if (layer.isEmpty()) {
        return Optional.empty();
      }
      layers.add(layer.get());
    }
    return Optional.of(new Lineage(layers));
  }

  /** A pack as written; empty when it is not kept, or not what it was when it was kept. */
  synchronized Optional<RulePack> source(String hash) {
    WeakReference<RulePack> known = sources.get(hash);
    RulePack here = known == null ? null : known.get();
    if (here != null) {
      return Optional.of(here);
    }
    Optional<RulePack> read = files(hash).flatMap(this::read);
    read.ifPresent(pack -> sources.put(hash, new WeakReference<>(pack)));
    return read;
  }

  /** The files of a pack as they are kept now; empty when they are not what they were. */
  Optional<PackFiles> files(String hash) {
    try {
      return store
          .archive(hash)
          .map(zip -> ArchiveReader.read(zip, new Problems()))
          .filter(files -> files.hash().equals(hash));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<RulePack> read(PackFiles files) {
    Problems problems = new Problems();
    return builder.read(files, problems).filter(pack -> problems.none());
  }

  synchronized void closeAll() {
    packs.values().forEach(CompiledPack::close);
    packs.clear();
  }

  private void closeOthers() {
    long others = packs.keySet().stream().filter(chain -> !inService.contains(chain)).count();
    var oldest = packs.entrySet().iterator();
    while (others > OTHERS && oldest.hasNext()) {
      Map.Entry<List<String>, CompiledPack> pack = oldest.next();
      if (!inService.contains(pack.getKey())) {
        oldest.remove();
        pack.getValue().close();
        others--;
      }
    }
  }
}
