package org.qingmen.engine.internal.life;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.qingmen.engine.PackStatusStore;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.pack.ArchiveReader;
import org.qingmen.engine.internal.pack.PackFiles;
import org.qingmen.engine.internal.pack.Problems;
import org.qingmen.engine.internal.pack.RulePack;

/**
 * Compiled packs in memory: those in service for as long as they are, and a few others that were
 * needed for replay.
 */
final class Shelf {

  private static final int OTHERS = 6;

  private final PackStatusStore store;
  private final PackBuilder builder;
  private final UnaryOperator<String> baseOf;
  private final LinkedHashMap<String, CompiledPack> packs = new LinkedHashMap<>(16, 0.75f, true);
  private Set<String> inService = new HashSet<>();

  /**
   * A shelf.
   *
   * @param baseOf hash of the pack that the pack of a hash extends, null for none
   */
  Shelf(PackStatusStore store, PackBuilder builder, UnaryOperator<String> baseOf) {
    this.store = store;
    this.builder = builder;
    this.baseOf = baseOf;
  }

  /** The pack, compiled or loaded when it is not here; empty when it is not kept or not good. */
  synchronized Optional<CompiledPack> get(String hash, String baseHash) {
    CompiledPack here = packs.get(hash);
    if (here != null) {
      return Optional.of(here);
    }
    Optional<RulePack> pack = source(hash);
    Optional<RulePack> base = baseHash == null ? Optional.empty() : whole(baseHash);
    if (pack.isEmpty() || (baseHash != null && base.isEmpty())) {
      return Optional.empty();
    }
    Optional<CompiledPack> built = builder.compile(pack.get(), base.orElse(null), new Problems());
    built.ifPresent(compiled -> packs.put(hash, compiled));
    closeOthers();
    return built;
  }

  /** The same, entered before anybody can close it. */
  synchronized Optional<CompiledPack> entered(String hash, String baseHash) {
    return get(hash, baseHash).filter(CompiledPack::enter);
  }

  /** Takes over a pack that was just built. */
  synchronized void put(CompiledPack pack) {
    CompiledPack before = packs.put(pack.ref().hash(), pack);
    if (before != null) {
      before.close();
    }
    closeOthers();
  }

  /** Says which packs are about to serve: loading one of them closes none of the others. */
  synchronized void expect(Collection<String> hashes) {
    inService.addAll(hashes);
  }

  /** Says which packs are in service; others may be closed from now on. */
  synchronized void serve(Collection<String> hashes) {
    inService = new HashSet<>(hashes);
    closeOthers();
  }

  /** A pack as written; empty when it is not kept. */
  Optional<RulePack> source(String hash) {
    try {
      return store
          .archive(hash)
          .map(zip -> ArchiveReader.read(zip, new Problems()))
          .filter(files -> files.hash().equals(hash))
          .flatMap(this::read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A pack as written, on top of those it extends. */
  private Optional<RulePack> whole(String hash) {
    String below = baseOf.apply(hash);
    return below == null
        ? source(hash)
        : source(hash).flatMap(pack -> whole(below).map(pack::over));
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
    long others = packs.keySet().stream().filter(hash -> !inService.contains(hash)).count();
    var oldest = packs.entrySet().iterator();
    while (others > OTHERS && oldest.hasNext()) {
      Map.Entry<String, CompiledPack> pack = oldest.next();
      if (!inService.contains(pack.getKey())) {
        oldest.remove();
        pack.getValue().close();
        others--;
      }
    }
  }
}
