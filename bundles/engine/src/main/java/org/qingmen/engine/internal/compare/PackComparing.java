package org.qingmen.engine.internal.compare;

import java.util.Comparator;
import org.qingmen.engine.Comparing;
import org.qingmen.engine.Comparison;
import org.qingmen.engine.PackDifference;
import org.qingmen.engine.PackException;
import org.qingmen.engine.PackRef;
import org.qingmen.engine.PackStatus;
import org.qingmen.engine.RulePacks;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.decide.PacksInService;
import org.qingmen.engine.internal.pack.RulePack;
import org.qingmen.engine.internal.text.Messages;
import org.qingmen.spi.pack.PackState;

/** Begins comparisons with the packs of a server. */
public final class PackComparing implements Comparing {

  private final PacksInService packs;
  private final RulePacks life;

  /** Compares these packs. */
  public PackComparing(PacksInService packs, RulePacks life) {
    this.packs = packs;
    this.life = life;
  }

  @Override
  public Comparison begin(PackRef candidate, Scope scope) {
    CompiledPack pack =
        packs
            .entered(candidate.hash())
            .orElseThrow(
                () ->
                    new PackException(
                        "not-found",
                        Messages.text("not-found", candidate.id(), candidate.version())));
    if (!PackComparison.comparable().contains(pack.descriptor().kind())) {
      pack.leave();
      throw new PackException(
          "not-comparable",
          Messages.text("not-comparable", candidate.id(), pack.descriptor().kind()));
    }
    return new PackComparison(packs, pack, serving(candidate), scope);
  }

  @Override
  public PackDifference difference(PackRef before, PackRef after) {
    return Differences.between(written(before), written(after));
  }

  private RulePack written(PackRef wanted) {
    CompiledPack pack =
        packs
            .entered(wanted.hash())
            .orElseThrow(
                () ->
                    new PackException(
                        "not-found", Messages.text("not-found", wanted.id(), wanted.version())));
    pack.leave();
    return pack.pack();
  }

  private PackRef serving(PackRef candidate) {
    return life.list().stream()
        .filter(one -> one.id().equals(candidate.id()) && one.state() == PackState.ACTIVE)
        .filter(one -> !one.hash().equals(candidate.hash()))
        .max(Comparator.comparing((PackStatus one) -> one.descriptor().validFrom()))
        .map(one -> new PackRef(one.id(), one.version(), one.hash()))
        .orElse(null);
  }
}
