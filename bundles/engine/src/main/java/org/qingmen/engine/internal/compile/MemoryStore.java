package org.qingmen.engine.internal.compile;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps compiled rules in memory. */
public final class MemoryStore implements CompiledStore {

  private final Map<String, byte[]> kept = new ConcurrentHashMap<>();

  @Override
  public Optional<byte[]> find(String key) {
    return Optional.ofNullable(kept.get(key));
  }

  @Override
  public void keep(String key, byte[] compiled) {
    kept.put(key, compiled);
  }
}
