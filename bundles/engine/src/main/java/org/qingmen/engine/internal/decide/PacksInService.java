package org.qingmen.engine.internal.decide;

import java.util.Optional;
import org.qingmen.engine.internal.compile.CompiledPack;

/** Where the decider finds the packs. */
public interface PacksInService {

  /** Those in service now. */
  Snapshot snapshot();

  /** Any pack that is kept, in service or not; the caller has entered it. */
  Optional<CompiledPack> entered(String hash);

  /** Takes a pack that does not come to an end out of service. */
  void quarantine(BudgetExceeded failure);
}
