package org.qingmen.engine.internal.compile;

import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Compiled rules that are in memory, by what they were compiled from. Most packs of a regime differ
 * in their thresholds only, so that dozens of them need the classes of one.
 */
final class RulesPool {

  private final Map<String, WeakReference<LoadedRules>> loaded = new HashMap<>();

  /** The rules, if some pack uses them; the caller gives them back. */
  synchronized Optional<LoadedRules> take(String key) {
    return Optional.ofNullable(loaded.get(key)).map(WeakReference::get).filter(LoadedRules::share);
  }

  /** Loads rules that no pack uses; the caller gives them back. */
  synchronized LoadedRules load(String key, byte[] compiled) {
    LoadedRules rules = LoadedRules.load(compiled);
    loaded.values().removeIf(held -> held.get() == null);
    loaded.put(key, new WeakReference<>(rules));
    return rules;
  }
}
