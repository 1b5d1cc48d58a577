package org.qingmen.engine.internal.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.compile.CompiledStore;
import org.qingmen.engine.internal.compile.PackCompiler;
import org.qingmen.engine.internal.decide.Spoken.Asked;
import org.qingmen.engine.internal.pack.Drl;
import org.qingmen.engine.internal.pack.Lineage;
import org.qingmen.engine.internal.pack.Problems;
import org.qingmen.engine.internal.pack.RuleMeta;
import org.qingmen.engine.internal.pack.RulePack;

/** Packs with some of their rules only, compiled for one comparison. */
final class ReducedPacks implements AutoCloseable {

  private final Map<Part, CompiledPack> made = new HashMap<>();

  private record Part(String hash, Set<String> keys) {}

  /** The packs with these rules only; a pack that has none of them is left out. */
  synchronized List<Asked> of(List<Asked> packs, Set<String> keys) {
    List<Asked> parts = new ArrayList<>();
    for (Asked one : packs) {
      Set<String> own = new HashSet<>();
      one.pack().rulesInOrder().stream()
          .filter(rule -> one.pack().fires(rule.drlPackage(), rule.name()))
          .map(RuleMeta::key)
          .filter(keys::contains)
          .forEach(own::add);
      if (!own.isEmpty()) {
        Part part = new Part(one.pack().ref().hash(), own);
        CompiledPack compiled = made.get(part);
        if (compiled == null) {
          compiled = compile(one.pack(), own);
          made.put(part, compiled);
        }
        parts.add(new Asked(compiled, one.day()));
      }
    }
    return parts;
  }

  private CompiledPack compile(CompiledPack whole, Set<String> keys) {
    List<Drl> files = new ArrayList<>();
    for (Drl drl : whole.lineage().sources()) {
      Drl part = RuleText.only(drl, keys);
      if (!part.rules().isEmpty()) {
        files.add(part);
      }
    }
    RulePack source = whole.pack();
    RulePack part =
        new RulePack(
            source.descriptor(),
            whole.parameters().all(),
            files,
            List.of(),
            source.cells(),
            source.files());
    Problems problems = new Problems();
    // A compiler of its own: one that knows the whole pack would take it for its part.
    return new PackCompiler()
        .compile(Lineage.of(part), CompiledStore.NONE, problems)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "part of " + whole.ref().id() + " does not compile: " + problems.all()));
  }

  @Override
  public synchronized void close() {
    made.values().forEach(CompiledPack::close);
    made.clear();
  }
}
