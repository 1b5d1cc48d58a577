package org.qingmen.supervision.registers;

import java.io.IOException;
import java.util.Optional;
import org.qingmen.store.Document;
import org.qingmen.store.Page;

/**
 * Files of papers: scans of contracts, guarantees and certificates, pictures of nameplates. A file
 * belongs to one enterprise. Its content lies in the object store, named by its hash; what it is
 * called and who brought it is a registry document of kind {@code file}.
 *
 * <p>Refusals: {@code file-type} for what is neither PDF nor a picture.
 */
public interface PaperFiles {

  /**
   * Stores a file, or a new version of it.
   *
   * @param id id chosen by the sender, 1 to 64 letters, digits, dots, hyphens; null for a new one
   * @param enterprise discharge-unit code it belongs to
   * @param division six digits, null when unknown
   * @param name name as its sender calls it, may be null
   * @return its document: {@code {id, enterprise, name, type, size, sha256}}
   */
  Document put(
      String id, String enterprise, String division, String name, byte[] content, String actor)
      throws IOException;

  /** What is known of a file. */
  Optional<Document> get(String id);

  /** Its content; empty when it is lost or broken on disk. */
  Optional<byte[]> content(Document file) throws IOException;

  /** Files of an enterprise by id. */
  Page<Document> list(String enterprise, String cursor, int limit);
}
