package org.qingmen.engine.internal.life;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.qingmen.engine.internal.analyse.Analysis;
import org.qingmen.engine.internal.cases.CaseRunner;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.compile.CompiledStore;
import org.qingmen.engine.internal.compile.PackCompiler;
import org.qingmen.engine.internal.pack.PackFiles;
import org.qingmen.engine.internal.pack.PackReader;
import org.qingmen.engine.internal.pack.Problems;
import org.qingmen.engine.internal.pack.RulePack;
import org.qingmen.engine.internal.strict.StricterOnly;
import org.qingmen.spi.pack.PackDescriptor;

/** From files to a pack that can decide: read, check, compile, run its cases. */
public final class PackBuilder {

  private final PackReader reader = new PackReader();
  private final PackCompiler compiler = new PackCompiler();
  private final CompiledStore store;

  /** Keeps nothing that was compiled. */
  public PackBuilder() {
    this(CompiledStore.NONE);
  }

  /** Keeps compiled rules in a store. */
  public PackBuilder(CompiledStore store) {
    this.store = store;
  }

  /**
   * A pack that was built.
   *
   * @param pack ready to decide
   * @param cases what its cases showed
   */
  public record Built(CompiledPack pack, CaseRunner cases) {}

  /** What {@code pack.yaml} says, as far as it can be read. */
  public Optional<PackDescriptor> descriptor(PackFiles files) {
    return reader.descriptor(files, new Problems());
  }

  /** Reads a pack without compiling it. */
  public Optional<RulePack> read(PackFiles files, Problems problems) {
    return reader.read(files, problems);
  }

  /**
   * Builds a pack.
   *
   * @param bases finds the pack that an id in {@code extends} stands for
   * @param cases whether its cases are run
   * @return empty when anything is wrong; {@code problems} says what
   */
  public Optional<Built> build(
      PackFiles files,
      Function<String, Optional<RulePack>> bases,
      boolean cases,
      Problems problems) {
    Optional<RulePack> pack = reader.read(files, problems);
    if (pack.isEmpty() || !problems.none()) {
      return Optional.empty();
    }
    Set<String> passed = new HashSet<>(Set.of(pack.get().descriptor().id()));
    Optional<RulePack> base = base(pack.get(), bases, passed, problems);
    return problems.none()
        ? build(pack.get(), base.orElse(null), cases, problems)
        : Optional.empty();
  }

  /** What a pack extends, on top of what that extends in turn. */
  private static Optional<RulePack> base(
      RulePack pack,
      Function<String, Optional<RulePack>> bases,
      Set<String> passed,
      Problems problems) {
    String wanted = pack.descriptor().base();
    if (wanted == null) {
      return Optional.empty();
    }
    Optional<RulePack> base = passed.add(wanted) ? bases.apply(wanted) : Optional.empty();
    if (base.isEmpty()) {
      problems.add("pack.yaml", 1, "unknown-base", wanted);
      return Optional.empty();
    }
    return base.map(one -> base(one, bases, passed, problems).map(one::over).orElse(one));
  }

  private Optional<Built> build(RulePack pack, RulePack base, boolean cases, Problems problems) {
    Optional<CompiledPack> compiled = compiler.compile(pack, base, store, problems);
    if (compiled.isEmpty()) {
      return Optional.empty();
    }
    CaseRunner runner =
        cases ? CaseRunner.run(compiled.get(), problems) : CaseRunner.none(compiled.get());
    if (problems.none()) {
      Analysis.demand(compiled.get(), problems);
    }
    if (problems.none() && pack.descriptor().stricterOnly()) {
      stricter(compiled.get(), base, problems);
    }
    if (!problems.none()) {
      compiled.get().close();
      return Optional.empty();
    }
    return Optional.of(new Built(compiled.get(), runner));
  }

  private void stricter(CompiledPack pack, RulePack base, Problems problems) {
    Optional<CompiledPack> below =
        base == null ? Optional.empty() : compiler.compile(base, null, store, problems);
    if (problems.none()) {
      StricterOnly.check(pack, below.orElse(null), problems);
    }
    below.ifPresent(CompiledPack::close);
  }

  /** Compiles a pack whose cases passed before. */
  public Optional<CompiledPack> compile(RulePack pack, RulePack base, Problems problems) {
    return compiler.compile(pack, base, store, problems);
  }
}
