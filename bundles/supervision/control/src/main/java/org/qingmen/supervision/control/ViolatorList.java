package org.qingmen.supervision.control;

import java.util.List;
import java.util.Optional;
import org.qingmen.spi.refusal.Refusal.Fault;
import org.qingmen.store.Document;
import org.qingmen.store.Page;

/**
 * The violator list (排放超标车辆名单): vehicles that gates must not admit while an entry is valid. An
 * entry names a plate with its colour, a VIN, or a machine code. The list as a whole has a version
 * that rises by one with each change, so that gates fetch only what changed.
 *
 * <p>Refusals: {@code bad-violator} with the members that are wrong, {@code unknown-violator}.
 */
public interface ViolatorList {

  /**
   * Refuses what does not fit the schema or names times that do not exist, as {@link #put} would;
   * nothing is stored.
   */
  void check(String json);

  /**
   * Adds an entry or replaces it.
   *
   * @param id id of the entry; null or empty for a new one
   * @param json the entry, see {@code violator.schema.json}
   * @param actor who does it, such as {@code user:zhang}
   * @return the stored entry; its body also carries {@code id} and {@code listVersion}
   */
  Document put(String id, String json, String actor);

  /**
   * Adds or replaces several entries, all or none, in one transaction.
   *
   * @param entries as for {@link #put}, each with its {@code id} or without one; a fault's pointer
   *     begins with the number of the entry
   */
  List<Document> putAll(List<String> entries, String actor);

  /**
   * Other entries of the list that name the same vehicle for an overlapping time and territory, as
   * warnings: somebody may have listed it twice, for other reasons or by mistake.
   *
   * @param id id of the entry itself, null for one that has none yet
   * @param json the entry
   */
  List<Fault> alike(String id, String json);

  /** The present entry with this id. */
  Optional<Document> get(String id);

  /**
   * Present entries by id.
   *
   * @param division only entries of this division prefix and of divisions above it; null for all
   */
  Page<Document> list(String division, String cursor, int limit);

  /** Takes an entry off the list. */
  void delete(String id, String actor);

  /** Version of the whole list; 0 while it never had an entry. */
  long version();

  /**
   * What changed after a version, oldest change first, each entry once.
   *
   * @param since version the reader has; 0 for everything
   * @param division as for {@link #list}
   * @param limit at most so many changes, 1 to 1000
   */
  ListDelta delta(long since, String division, int limit);
}
