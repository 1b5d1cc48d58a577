package org.qingmen.engine.internal.compile;

import java.util.Optional;

/** Where compiled rules are kept, so that they are compiled once only. */
public interface CompiledStore {

  /** Keeps nothing. */
  CompiledStore NONE =
      new CompiledStore() {
        @Override
        public Optional<byte[]> find(String key) {
          return Optional.empty();
        }

        @Override
        public void keep(String key, byte[] compiled) {
          // Compiled again when needed.
        }
      };

  /** Compiled rules, if kept. */
  Optional<byte[]> find(String key);

  /** Keeps compiled rules; a failure to keep them is no failure. */
  void keep(String key, byte[] compiled);
}
