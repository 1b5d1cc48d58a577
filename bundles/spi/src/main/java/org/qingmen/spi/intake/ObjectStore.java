package org.qingmen.spi.intake;

import java.io.IOException;
import java.util.Optional;

/** Pictures and documents outside the database, named by the SHA-256 of their content. */
public interface ObjectStore {

  /**
   * Stores content; the same content twice is one object.
   *
   * @return lower-case hex SHA-256
   */
  String put(byte[] content) throws IOException;

  /** The content with this hash, empty when it is not here or broken. */
  Optional<byte[]> get(String sha256) throws IOException;
}
