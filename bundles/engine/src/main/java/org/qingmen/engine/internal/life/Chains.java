package org.qingmen.engine.internal.life;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.qingmen.engine.internal.pack.RulePack;

/** Finds in a decision document what a pack was built on when it decided. */
final class Chains {

  private Chains() {}

  /**
   * The chain of a pack.
   *
   * @param before hashes that stand before it: those of its bases are the last of them
   * @param sources finds a pack as written by its hash
   * @return hashes of its bases, the widest first, and its own; empty when one is not kept or does
   *     not fit
   */
  static Optional<List<String>> of(
      String hash, List<String> before, Function<String, Optional<RulePack>> sources) {
    List<String> chain = new ArrayList<>(List.of(hash));
    Optional<RulePack> layer = sources.apply(hash);
    for (int i = before.size() - 1; layer.isPresent() && wants(layer.get()) != null; i--) {
      String wanted = wants(layer.get());
      layer = i < 0 ? Optional.empty() : sources.apply(before.get(i));
      layer = layer.filter(base -> base.descriptor().id().equals(wanted));
      if (layer.isPresent()) {
        chain.add(0, before.get(i));
      }
    }
    return layer.map(widest -> chain);
  }

  private static String wants(RulePack pack) {
    return pack.descriptor().base();
  }
}
