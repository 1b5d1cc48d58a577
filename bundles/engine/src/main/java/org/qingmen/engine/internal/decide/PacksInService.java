package org.qingmen.engine.internal.decide;

import java.util.List;
import java.util.Optional;
import org.qingmen.engine.internal.compile.CompiledPack;

/** Where the decider finds the packs. */
public interface PacksInService {

  /** Those in service now. */
  Snapshot snapshot();

  /** Any pack that is kept, in service or not; the caller has entered it. */
  Optional<CompiledPack> entered(String hash);

  /**
   * A pack as it decided once, that is with the same bases; the caller has entered it.
   *
   * @param before content hashes that stand before it in a decision document: those of its bases
   *     are the last of them
   */
  Optional<CompiledPack> entered(String hash, List<String> before);

  /** Takes a pack that does not come to an end out of service. */
  void quarantine(BudgetExceeded failure);
}
