package org.qingmen.intake.internal.passage;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.qingmen.store.KnownRecord;
import org.qingmen.store.Page;
import org.qingmen.store.PassageQuery;
import org.qingmen.store.PassageStore;
import org.qingmen.store.RecentPassage;
import org.qingmen.store.StoredPassage;

/** A database without records. */
class NothingStored implements PassageStore {

  @Override
  public Optional<StoredPassage> find(String receipt) {
    return Optional.empty();
  }

  @Override
  public Page<StoredPassage> list(PassageQuery query) {
    return new Page<>(List.of(), null);
  }

  @Override
  public Map<String, KnownRecord> knownReceipts(Collection<String> receipts) {
    return Map.of();
  }

  @Override
  public void forEachReceipt(Consumer<String> consumer) {
    // There is none.
  }

  @Override
  public void recentEntries(Instant since, Consumer<RecentPassage> consumer) {
    // Nothing passed.
  }
}
