package org.qingmen.store.internal.project;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** A passage on its way into the database, its names already numbers. */
final class PassageRow {

  static final String INSERT =
      "INSERT INTO passage (pos, receipt, content, enterprise, serial_no, barrier, passed, zone,"
          + " received, direction, plate, colour, vin, stage, fuel, nev, usage_code, type_term,"
          + " trailer_term, cargo_term, grams, verdict, findings, trip, off_line) VALUES"
          + " (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";

  private static final int CONTENT_BYTES = 16;
  private static final int FINDINGS_COLUMN = 120;

  final long position;
  final long received;

  /** Whether a device sent it itself. */
  final boolean byGate;

  final PassageFields fields;
  final int enterprise;
  final int type;
  final int trailer;
  final int cargo;
  final List<Integer> findings;

  /** What the verdict is filed under, 0 for allow. */
  final int verdictTerm;

  boolean trip;

  PassageRow(
      long position, long received, boolean byGate, PassageFields fields, Dictionary dictionary)
      throws SQLException {
    this.position = position;
    this.received = received;
    this.byGate = byGate;
    this.fields = fields;
    this.enterprise = dictionary.enterprise(fields.enterprise(), fields.division());
    this.type = dictionary.term(fields.vehicleType());
    this.trailer = dictionary.term(fields.trailer());
    this.cargo = dictionary.term(fields.cargo());
    this.findings = dictionary.terms(fields.findings());
    this.verdictTerm = dictionary.term(VerdictTerm.of(Codes.VERDICT.code(fields.verdict())));
  }

  boolean entry() {
    return fields.direction() == 0;
  }

  /** What a movement is matched by; null when the plate was not read. */
  Movement movement() {
    return fields.plate() == null
        ? null
        : new Movement(enterprise, fields.plate(), fields.colour());
  }

  TrafficKey key() {
    return new TrafficKey(
        enterprise,
        Days.of(fields.passed(), fields.zone()),
        fields.stage(),
        fields.fuel(),
        fields.newEnergy() ? 1 : 0,
        type,
        trailer,
        fields.usage(),
        cargo,
        fields.direction(),
        fields.verdict());
  }

  long gramsOrZero() {
    return fields.grams() == null ? 0 : fields.grams();
  }

  void bind(PreparedStatement s) throws SQLException {
    s.setLong(1, position);
    s.setBytes(2, ReceiptBytes.of(fields.receipt()));
    s.setBytes(3, HexFormat.of().parseHex(fields.contentHash(), 0, CONTENT_BYTES * 2));
    s.setInt(4, enterprise);
    s.setString(5, fields.serial());
    s.setString(6, fields.barrier());
    s.setLong(7, fields.passed());
    s.setInt(8, fields.zone());
    s.setLong(9, received);
    s.setInt(10, fields.direction());
    s.setString(11, fields.plate());
    s.setInt(12, fields.colour());
    s.setString(13, fields.vin());
    s.setString(14, fields.stage());
    s.setInt(15, fields.fuel());
    s.setInt(16, fields.newEnergy() ? 1 : 0);
    s.setInt(17, fields.usage());
    s.setInt(18, type);
    s.setInt(19, trailer);
    s.setInt(20, cargo);
    if (fields.grams() == null) {
      s.setNull(21, Types.BIGINT);
    } else {
      s.setLong(21, fields.grams());
    }
    s.setInt(22, fields.verdict());
    s.setString(23, findings.isEmpty() ? null : findingsText());
    s.setInt(24, trip ? 1 : 0);
    s.setInt(25, fields.offline() ? 1 : 0);
  }

  /** Numbers of the findings, for lists; the finding table has all, should they not fit. */
  private String findingsText() {
    String text = findings.stream().map(String::valueOf).collect(Collectors.joining(","));
    return text.length() <= FINDINGS_COLUMN
        ? text
        : text.substring(0, text.lastIndexOf(',', FINDINGS_COLUMN));
  }
}
