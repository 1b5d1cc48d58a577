package org.qingmen.engine.internal.life;

import java.util.Optional;
import org.qingmen.engine.internal.analyse.Analysis;
import org.qingmen.engine.internal.cases.CaseRunner;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.compile.CompiledStore;
import org.qingmen.engine.internal.compile.PackCompiler;
import org.qingmen.engine.internal.pack.Bases;
import org.qingmen.engine.internal.pack.Lineage;
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
   * @param bases finds what {@code extends} stands for
   * @param cases whether its cases are run
   * @return empty when anything is wrong; {@code problems} says what
   */
  public Optional<Built> build(PackFiles files, Bases bases, boolean cases, Problems problems) {
    return checked(files, bases, problems).flatMap(lineage -> build(lineage, cases, problems));
  }

  /**
   * Builds a pack to try it out: it is there as soon as its rules compile, whatever else is wrong.
   *
   * @return empty when it does not compile; else to be closed by the caller
   */
  public Optional<Built> tryOut(PackFiles files, Bases bases, Problems problems) {
    return checked(files, bases, problems)
        .flatMap(lineage -> compiler.compile(lineage, store, problems))
        .map(pack -> tested(pack, true, problems));
  }

  private Optional<Lineage> checked(PackFiles files, Bases bases, Problems problems) {
    Optional<RulePack> pack = reader.read(files, problems);
    if (pack.isEmpty() || !problems.none()) {
      return Optional.empty();
    }
    Optional<Lineage> lineage = lineage(pack.get(), bases, problems);
    lineage.ifPresent(found -> found.check(problems));
    return lineage.filter(found -> problems.none());
  }

  private static Optional<Lineage> lineage(RulePack pack, Bases bases, Problems problems) {
    String wanted = pack.descriptor().base();
    return wanted == null
        ? Optional.of(Lineage.of(pack))
        : bases.of(wanted, problems).map(base -> base.and(pack));
  }

  /** Builds a pack from layers that were read before. */
  public Optional<Built> build(Lineage lineage, boolean cases, Problems problems) {
    Optional<Built> built =
        compiler.compile(lineage, store, problems).map(pack -> tested(pack, cases, problems));
    if (!problems.none()) {
      built.ifPresent(one -> one.pack().close());
      return Optional.empty();
    }
    return built;
  }

  private Built tested(CompiledPack pack, boolean cases, Problems problems) {
    CaseRunner runner = cases ? CaseRunner.run(pack, problems) : CaseRunner.none(pack);
    if (problems.none()) {
      Analysis.demand(pack, problems);
    }
    if (problems.none() && pack.descriptor().stricterOnly()) {
      stricter(pack, problems);
    }
    return new Built(pack, runner);
  }

  private void stricter(CompiledPack pack, Problems problems) {
    Optional<CompiledPack> below =
        pack.lineage().base().flatMap(base -> compiler.compile(base, store, problems));
    if (problems.none()) {
      StricterOnly.check(pack, below.orElse(null), problems);
    }
    below.ifPresent(CompiledPack::close);
  }

  /** Compiles a pack whose cases passed before. */
  public Optional<CompiledPack> compile(Lineage lineage, Problems problems) {
    return compiler.compile(lineage, store, problems);
  }
}
