package org.qingmen.store.internal.read;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qingmen.store.StoredPassage;
import org.qingmen.store.internal.project.Codes;
import org.qingmen.store.internal.project.Days;
import org.qingmen.store.internal.project.ReceiptBytes;

/** A row of the passage table whose findings are still numbers. */
record PassageRecord(StoredPassage passage, String findingNumbers) {

  private static final double GRAMS_PER_TONNE = 1_000_000;

  /**
   * Outer joins, so that passages are read in the order of their index and looked up from there.
   */
  static final String SELECT =
      "SELECT p.pos, p.receipt, e.code, p.serial_no, p.barrier, p.direction, p.passed, p.zone,"
          + " p.received, p.plate, p.colour, p.vin, p.stage, p.fuel, p.nev, p.usage_code,"
          + " ty.name, tr.name, ca.name, p.grams, p.verdict, p.findings, p.trip, p.off_line"
          + " FROM passage p LEFT JOIN enterprise e ON e.id = p.enterprise"
          + " LEFT JOIN term ty ON ty.id = p.type_term"
          + " LEFT JOIN term tr ON tr.id = p.trailer_term"
          + " LEFT JOIN term ca ON ca.id = p.cargo_term";

  /** The same of records that were corrected. */
  static final String SELECT_SUPERSEDED =
      SELECT.replace("FROM passage p", "FROM passage_superseded p");

  static PassageRecord read(ResultSet row) throws SQLException {
    long grams = row.getLong(20);
    Double tonnes = row.wasNull() ? null : grams / GRAMS_PER_TONNE;
    StoredPassage passage =
        new StoredPassage(
            row.getLong(1),
            ReceiptBytes.text(row.getBytes(2)),
            row.getString(3),
            row.getString(4),
            row.getString(5),
            Codes.DIRECTION.code(row.getInt(6)),
            Days.time(row.getLong(7), row.getInt(8)),
            Instant.ofEpochMilli(row.getLong(9)),
            row.getString(10),
            Codes.COLOUR.code(row.getInt(11)),
            row.getString(12),
            row.getString(13),
            Codes.FUEL.code(row.getInt(14)),
            row.getInt(15) == 1,
            Codes.USAGE.code(row.getInt(16)),
            row.getString(17),
            row.getString(18),
            row.getString(19),
            tonnes,
            Codes.VERDICT.code(row.getInt(21)),
            List.of(),
            row.getInt(23) == 1,
            row.getInt(24) == 1);
    return new PassageRecord(passage, row.getString(22));
  }

  /** Puts the codes of the findings in. */
  static List<StoredPassage> complete(Connection connection, List<PassageRecord> records)
      throws SQLException {
    List<Integer> numbers = records.stream().flatMap(r -> r.numbers().stream()).distinct().toList();
    Map<Integer, String> names = new HashMap<>();
    if (!numbers.isEmpty()) {
      Where where = new Where().in("id", numbers);
      PassageReader.each(
          connection,
          "SELECT id, name FROM term WHERE " + where,
          where,
          row -> names.put(row.getInt(1), row.getString(2)));
    }
    List<StoredPassage> passages = new ArrayList<>(records.size());
    for (PassageRecord record : records) {
      passages.add(record.with(record.numbers().stream().map(names::get).toList()));
    }
    return passages;
  }

  private List<Integer> numbers() {
    return findingNumbers == null
        ? List.of()
        : Arrays.stream(findingNumbers.split(",")).map(Integer::valueOf).toList();
  }

  private StoredPassage with(List<String> findings) {
    StoredPassage p = passage;
    return new StoredPassage(
        p.position(),
        p.receipt(),
        p.enterprise(),
        p.serial(),
        p.barrier(),
        p.direction(),
        p.time(),
        p.received(),
        p.plate(),
        p.colour(),
        p.vin(),
        p.stage(),
        p.fuel(),
        p.newEnergy(),
        p.usage(),
        p.vehicleType(),
        p.trailer(),
        p.cargo(),
        p.tonnes(),
        p.verdict(),
        findings,
        p.trip(),
        p.offline());
  }
}
