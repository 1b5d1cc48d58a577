package org.qingmen.supervision.registers.internal.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.qingmen.spi.refusal.Refusal.Fault;
import org.qingmen.supervision.registers.Imports.Row;
import org.qingmen.supervision.registers.Imports.Uploader;

/** Where the rows of an import go. */
interface Target {

  /**
   * Number of the entry that a row is; null when it has none.
   *
   * @param entry what the row says
   */
  String number(ObjectNode entry);

  /** Id of the entry's document. */
  String documentId(String enterprise, String number);

  /** Entries that are there already, by document id. */
  Map<String, ObjectNode> present(Collection<String> documentIds);

  /** Sets what the server sets. */
  void complete(String enterprise, String number, ObjectNode entry, Uploader who);

  /** Why an entry cannot be stored. */
  List<Fault> faults(String enterprise, ObjectNode entry, JsonNode before, Uploader who);

  /** What looks wrong with an entry. */
  List<Fault> warnings(String enterprise, String number, ObjectNode entry, Uploader who);

  /** Stores rows, some hundred in one transaction. */
  void store(List<Row> rows, String actor);
}
