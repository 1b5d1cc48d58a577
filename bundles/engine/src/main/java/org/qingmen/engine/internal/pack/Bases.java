package org.qingmen.engine.internal.pack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds what {@code extends} stands for. */
@FunctionalInterface
public interface Bases {

  /**
   * The pack with everything it extends itself.
   *
   * @return empty when it is not here; what is wrong with it is added to {@code problems}
   */
  Optional<Lineage> of(String id, Problems problems);

  /** Bases among packs that are told by their ids; circles are found. */
  static Bases among(Function<String, Optional<RulePack>> packs) {
    return (id, problems) -> {
      List<RulePack> upwards = new ArrayList<>();
      List<String> seen = new ArrayList<>();
      for (String next = id; next != null; next = top(upwards).descriptor().base()) {
        boolean circle = seen.contains(next);
        seen.add(next);
        if (circle) {
          problems.add("pack.yaml", 1, "base-circle", String.join(" -> ", seen));
          return Optional.empty();
        }
        Optional<RulePack> pack = packs.apply(next);
        if (pack.isEmpty()) {
          problems.add("pack.yaml", 1, "unknown-base", next);
          return Optional.empty();
        }
        upwards.add(pack.get());
      }
      Collections.reverse(upwards);
      return Optional.of(new Lineage(upwards));
    };
  }

  private static RulePack top(List<RulePack> packs) {
    return packs.get(packs.size() - 1);
  }
}
