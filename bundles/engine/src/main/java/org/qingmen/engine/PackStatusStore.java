package org.qingmen.engine;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Where the engine keeps packs and their states. An implementation makes every write durable before
 * it returns and all of a state visible at once or not at all.
 */
public interface PackStatusStore {

  /** The last state saved, as UTF-8 JSON; empty at first start. */
  Optional<byte[]> loadState() throws IOException;

  /** Replaces the state. */
  void saveState(byte[] json) throws IOException;

  /** Keeps a pack's archive under its content hash, in place of one with fewer signatures. */
  void keep(String hash, byte[] archive) throws IOException;

  /** The archive with this hash. */
  Optional<byte[]> archive(String hash) throws IOException;

  /** Drops an archive. */
  void drop(String hash) throws IOException;

  /** Hashes of all archives kept. */
  List<String> archives() throws IOException;
}
