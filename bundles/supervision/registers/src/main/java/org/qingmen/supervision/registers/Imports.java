package org.qingmen.supervision.registers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.qingmen.model.Text;
import org.qingmen.office.Spreadsheets.Format;
import org.qingmen.spi.refusal.Refusal.Fault;

/**
 * Import of registers from CSV and XLSX. A file is uploaded and previewed: which column is which
 * member, which rows are new, changed, unchanged or rejected and why. Nothing reaches a register
 * before somebody confirms. An import belongs to whoever uploaded it.
 *
 * <p>Refusals: {@code not-importable}, {@code import-unreadable}, {@code import-empty}, {@code
 * import-too-long}, {@code unknown-import}, {@code import-columns}, {@code import-confirmed},
 * {@code import-has-rejected}, {@code import-row}.
 */
public interface Imports {

  /** Who imports, and what lies within their scope. */
  interface Uploader {
    /** Who it is, such as {@code user:zhang}. */
    String actor();

    /** Whether something of an enterprise in a division lies within the scope. */
    boolean sees(String enterprise, String division);

    /** Whether a whole division lies within the scope. */
    boolean covers(String division);

    /** Division of the scope, for entries that name none; null when bound to an enterprise. */
    String division();
  }

  /** What becomes of a row. */
  enum State {
    /** A new entry. */
    NEW,
    /** Changes an entry. */
    CHANGED,
    /** Says what is registered already. */
    UNCHANGED,
    /** Cannot be imported. */
    REJECTED
  }

  /**
   * A column of the file.
   *
   * @param header its head as in the file
   * @param member member it fills, such as {@code plate.number}; null when it is not imported
   */
  record Column(String header, String member) {}

  /**
   * A member that a column can fill.
   *
   * @param path member, with dots for nested ones
   * @param title its name
   * @param required whether each row needs it
   */
  record Member(String path, Text title, boolean required) {}

  /**
   * A row of the file.
   *
   * @param number number as a person counts in the file, from 1
   * @param state what becomes of it
   * @param enterprise discharge-unit code it belongs to, null for none
   * @param id number of the entry, null when the row has none
   * @param before the entry as it is registered, null for a new one
   * @param after the entry as it would be
   * @param reasons why it is rejected
   * @param warnings what looks wrong, duplicates included
   * @param cells the row as in the file
   */
  record Row(
      int number,
      State state,
      String enterprise,
      String id,
      JsonNode before,
      JsonNode after,
      List<Fault> reasons,
      List<Fault> warnings,
      List<String> cells) {}

  /**
   * An import and what it would do.
   *
   * @param enterprise enterprise it is for, null when the rows say so or there is none
   * @param confirmedAt when it was confirmed, null before
   * @param stored rows that were stored when it was confirmed
   */
  record Preview(
      String id,
      RegisterKind kind,
      String enterprise,
      String fileName,
      List<Column> columns,
      List<Member> members,
      List<Row> rows,
      Instant confirmedAt,
      int stored) {

    /** How many rows have a state. */
    public long count(State state) {
      return rows.stream().filter(row -> row.state() == state).count();
    }

    /** Members that each row needs and no column fills. */
    public List<Member> missing() {
      Set<String> filled =
          columns.stream()
              .map(Column::member)
              .filter(java.util.Objects::nonNull)
              .collect(java.util.stream.Collectors.toSet());
      return members.stream()
          .filter(member -> member.required() && !filled.contains(member.path()))
          .toList();
    }
  }

  /** Registers that can be imported. */
  List<RegisterKind> kinds();

  /** Takes a file, guesses its columns and previews it. */
  Preview open(Uploader who, RegisterKind kind, String enterprise, String fileName, byte[] content)
      throws IOException;

  /** An import of the uploader's, as it stands now. */
  Preview get(Uploader who, String id) throws IOException;

  /** Says which column is which member, and previews again. */
  Preview assign(Uploader who, String id, List<String> members) throws IOException;

  /**
   * Stores rows that are new or changed.
   *
   * @param rows row numbers; null for all that can be stored
   * @param allOrNothing store nothing when a row is rejected
   */
  Preview confirm(Uploader who, String id, Set<Integer> rows, boolean allOrNothing)
      throws IOException;

  /** The rejected rows as in the file, with a column that says why. */
  byte[] rejected(Uploader who, String id, Format format, Locale language) throws IOException;

  /** An empty table with the names of a register's columns. */
  byte[] template(RegisterKind kind, Format format, Locale language) throws IOException;
}
