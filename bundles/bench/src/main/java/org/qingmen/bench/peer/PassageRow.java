package org.qingmen.bench.peer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.qingmen.model.Direction;
import org.qingmen.model.GatePassage;
import org.qingmen.model.Vehicle;
import org.qingmen.spi.intake.PassageAnswer.Finding;

/** The product's row of a passage, its names already numbers. */
record PassageRow(
    Taken taken,
    byte[] receipt,
    int enterprise,
    int type,
    int trailer,
    int cargo,
    int[] findings,
    long passed) {

  static final String INSERT =
      "INSERT INTO passage (pos, receipt, content, enterprise, serial_no, barrier, passed, zone,"
          + " received, direction, plate, colour, vin, stage, fuel, nev, usage_code, type_term,"
          + " trailer_term, cargo_term, grams, verdict, findings, trip, off_line) VALUES"
          + " (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
  private static final String FINDING = "INSERT INTO finding (code_term, pos) VALUES (?, ?)";
  private static final int CONTENT_DIGITS = 32;
  private static final double GRAMS_PER_TONNE = 1_000_000;

  static PassageRow of(Taken taken, Dictionary dictionary) throws SQLException {
    GatePassage passage = taken.passage();
    var codes = taken.decision().findings();
    int[] findings = new int[codes.size()];
    for (int i = 0; i < findings.length; i++) {
      Finding finding = codes.get(i);
      findings[i] = dictionary.term(finding.code());
    }
    return new PassageRow(
        taken,
        Base32.bytes(passage.receipt().value()),
        dictionary.enterprise(passage.enterprise(), taken.enterprise().division()),
        dictionary.term(passage.vehicle().type()),
        dictionary.term(passage.vehicle().trailer()),
        dictionary.term(passage.cargo()),
        IntStream.of(findings).distinct().toArray(),
        passage.time().toInstant().toEpochMilli());
  }

  boolean entry() {
    return taken.passage().direction() == Direction.IN;
  }

  long grams() {
    Double tonnes = taken.passage().tonnes();
    return tonnes == null ? 0 : Math.round(tonnes * GRAMS_PER_TONNE);
  }

  /** Writes the row and its findings. */
  void insert(Connection connection, boolean trip) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      bind(statement, trip);
      statement.executeUpdate();
    }
    if (findings.length > 0) {
      try (PreparedStatement statement = connection.prepareStatement(FINDING)) {
        for (int finding : findings) {
          statement.setInt(1, finding);
          statement.setLong(2, taken.position());
          statement.addBatch();
        }
        statement.executeBatch();
      }
    }
  }

  void bind(PreparedStatement s, boolean trip) throws SQLException {
    GatePassage passage = taken.passage();
    s.setLong(1, taken.position());
    s.setBytes(2, receipt);
    s.setBytes(3, HexFormat.of().parseHex(taken.decision().contentHash(), 0, CONTENT_DIGITS));
    s.setInt(4, enterprise);
    s.setString(5, passage.serial());
    s.setString(6, passage.barrier());
    s.setLong(7, passed);
    s.setInt(8, passage.time().getOffset().getTotalSeconds() / 60);
    s.setLong(9, taken.received().toEpochMilli());
    s.setInt(10, passage.direction().ordinal());
    s.setString(11, passage.plate().number());
    s.setInt(12, passage.plate().colour().ordinal());
    bindVehicle(s, passage.vehicle());
    s.setInt(16, passage.newEnergy() ? 1 : 0);
    s.setInt(18, type);
    s.setInt(19, trailer);
    s.setInt(20, cargo);
    s.setObject(21, passage.tonnes() == null ? null : grams(), Types.BIGINT);
    s.setInt(22, taken.decision().verdict().ordinal());
    s.setString(23, findings.length == 0 ? null : findingsText());
    s.setInt(24, trip ? 1 : 0);
    s.setInt(25, passage.offline() ? 1 : 0);
  }

  private static void bindVehicle(PreparedStatement s, Vehicle vehicle) throws SQLException {
    s.setString(13, vehicle.vin() == null ? null : vehicle.vin().value());
    s.setString(14, vehicle.stage().code());
    s.setInt(15, vehicle.fuel().ordinal());
    s.setInt(17, vehicle.usage().ordinal());
  }

  private String findingsText() {
    return Arrays.stream(findings).mapToObj(String::valueOf).collect(Collectors.joining(","));
  }
}
