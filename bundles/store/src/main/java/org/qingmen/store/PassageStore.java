package org.qingmen.store;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Projected passages. Safe for concurrent use; as current as {@link Projection#position}. */
public interface PassageStore {

  /** The passage with this receipt. */
  Optional<StoredPassage> find(String receipt);

  /** Passages, newest first. */
  Page<StoredPassage> list(PassageQuery query);

  /** Which of these receipts are projected already. */
  Map<String, KnownRecord> knownReceipts(Collection<String> receipts);

  /** Tells every projected receipt, in no order, for a duplicate filter. */
  void forEachReceipt(Consumer<String> consumer);

  /** Tells every passage that passed at or after an instant, oldest first. */
  void recentEntries(Instant since, Consumer<RecentPassage> consumer);
}
