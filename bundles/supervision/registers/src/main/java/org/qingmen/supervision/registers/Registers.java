package org.qingmen.supervision.registers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.qingmen.spi.refusal.Refusal.Fault;
import org.qingmen.store.Document;
import org.qingmen.store.Page;

/**
 * Information management (信息管理): whatever the bureau and the enterprises register, each change a
 * new version beside the old ones. Who may see and change what is for the caller to check. All
 * reads take an instant; null is now.
 *
 * <p>Refusals: {@code schema} with the members that are wrong.
 */
public interface Registers {

  /**
   * One entry, now or as it was.
   *
   * @param enterprise discharge-unit code; null for a register that is common to all
   */
  Optional<Document> get(RegisterKind kind, String enterprise, String number, Instant at);

  /**
   * Entries of a register by id.
   *
   * @param enterprise only of this enterprise, null for all
   * @param division only of divisions that begin so, null for all
   * @param text only with this text in id or body, null for all
   * @param limit 1 to 1000
   */
  Page<Document> list(
      RegisterKind kind,
      String enterprise,
      String division,
      String text,
      Instant at,
      String cursor,
      int limit);

  /** Every version of an entry, newest first; deletions included. */
  List<Document> history(RegisterKind kind, String enterprise, String number);

  /** Changes of everything an enterprise has registered, newest first, deletions included. */
  Page<Document> changes(String enterprise, String cursor, int limit);

  /** The version that a version followed; empty for the first and after a deletion. */
  Optional<Document> before(Document version);

  /**
   * Registers or changes an entry.
   *
   * @param division six digits it lies in; null for none
   * @param body what fits the register's schema; its number is set from {@code number}
   * @param actor who does it, such as {@code user:zhang}
   */
  Written put(
      RegisterKind kind,
      String enterprise,
      String division,
      String number,
      ObjectNode body,
      String actor);

  /**
   * Takes an entry off; its history stays.
   *
   * @return whether there was one
   */
  boolean delete(RegisterKind kind, String enterprise, String number, String actor);

  /** What looks wrong with an entry but is no reason to refuse it. */
  List<Fault> warnings(RegisterKind kind, String enterprise, ObjectNode body);
}
