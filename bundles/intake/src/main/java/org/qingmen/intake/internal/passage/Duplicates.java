package org.qingmen.intake.internal.passage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.common.hash.BloomFilter;
import com.google.common.hash.Funnels;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.qingmen.store.KnownRecord;
import org.qingmen.store.PassageStore;
import org.qingmen.store.StoreUnavailableException;

/**
 * Knows which records were received before. What is recent is in memory; for the rest a filter says
 * for sure that a receipt is new, and only where it is not sure the database is asked.
 */
@SuppressWarnings("UnstableApiUsage") // BloomFilter is stable in all but its annotation.
final class Duplicates {

  private static final int RECENT = 200_000;
  private static final int EXPECTED = 10_000_000;

  private final PassageStore store;
  private final Cache<String, Claim> recent = Caffeine.newBuilder().maximumSize(RECENT).build();
  private final BloomFilter<CharSequence> seen =
      BloomFilter.create(Funnels.stringFunnel(StandardCharsets.US_ASCII), EXPECTED, 0.01);
  private volatile boolean complete;

  Duplicates(PassageStore store) {
    this.store = store;
  }

  /**
   * A record that is being taken or was taken.
   *
   * @param contentHash SHA-256 of its canonical native record, or its leading digits
   * @param position completes with its journal position when it is synced; fails when it was not
   *     taken
   */
  record Claim(String contentHash, CompletableFuture<Long> position) {

    boolean sameContent(String other) {
      return other.startsWith(contentHash);
    }
  }

  /** Fills the filter with what the database holds; until then every receipt is asked for. */
  void load() {
    store.forEachReceipt(seen::put);
    complete = true;
  }

  /**
   * Claims a receipt.
   *
   * @param own the caller's claim
   * @return empty when it is new and now the caller's, else the earlier claim
   */
  Optional<Claim> claim(String receipt, Claim own) {
    Claim earlier = recent.asMap().putIfAbsent(receipt, own);
    return Optional.ofNullable(earlier);
  }

  /** Which of these receipts, new to memory, are in the database. */
  Map<String, KnownRecord> older(Collection<String> receipts) {
    List<String> doubtful =
        receipts.stream().filter(receipt -> !complete || seen.mightContain(receipt)).toList();
    if (doubtful.isEmpty()) {
      return Map.of();
    }
    try {
      return store.knownReceipts(doubtful);
    } catch (StoreUnavailableException e) {
      // The projection counts a receipt once whatever is answered here.
      return Map.of();
    }
  }

  /** Replaces a claim by what the database says. */
  void correct(String receipt, KnownRecord known) {
    recent.put(
        receipt,
        new Claim(known.contentHash(), CompletableFuture.completedFuture(known.position())));
  }

  /** The record of a claim is durable. */
  void keep(String receipt, Claim claim, long position) {
    seen.put(receipt);
    claim.position().complete(position);
  }

  /** The record of a claim was not taken; the sender may try again. */
  void drop(String receipt, Claim claim, RuntimeException cause) {
    recent.asMap().remove(receipt, claim);
    claim.position().completeExceptionally(cause);
  }

  /** Notes a record of the journal that the database does not hold yet. */
  void recall(String receipt, String contentHash, long position) {
    seen.put(receipt);
    recent.put(receipt, new Claim(contentHash, CompletableFuture.completedFuture(position)));
  }
}
