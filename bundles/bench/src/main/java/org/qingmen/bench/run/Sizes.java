package org.qingmen.bench.run;

import java.io.IOException;
import java.sql.SQLException;
import org.qingmen.bench.measure.JournalSize;
import org.qingmen.bench.report.Bar;
import org.qingmen.bench.report.Report;

/** What a record takes on disk. */
final class Sizes {

  private static final double DATABASE_BYTES = 700;
  private static final double JOURNAL_BYTES = 600;
  private static final String[] TABLES = {
    "passage", "finding", "traffic_day", "traffic_month", "traffic_area_day"
  };

  private Sizes() {}

  static void report(Rig rig, Report report) throws SQLException, IOException {
    report.section("section.disk");
    long records = rig.database.count(Rig.PRODUCT, "SELECT COUNT(*) FROM passage");
    report.figure("stored", report.text("product"), records);
    long total = 0;
    for (String table : TABLES) {
      long bytes = rig.database.bytes(Rig.PRODUCT, table);
      report.figure("bytes", table, bytes / (double) records);
      total += bytes;
    }
    report.figure(
        "bytes", "passage..traffic", total / (double) records, Bar.atMost(DATABASE_BYTES));
    journal(rig, report, records);
    found(rig, report, records);
  }

  /** What the rules found costs more than what they let pass: it is stored and followed up. */
  private static void found(Rig rig, Report report, long records) throws SQLException {
    report.figure(
        "found", "", 100.0 * count(rig, "SELECT COUNT(DISTINCT pos) FROM finding") / records);
    report.figure("asked", "", count(rig, "SELECT COUNT(*) FROM suspicion"));
  }

  private static long count(Rig rig, String query) throws SQLException {
    return rig.database.count(Rig.PRODUCT, query);
  }

  /** The live part of the journal is not counted, and neither are the records in it. */
  private static void journal(Rig rig, Report report, long records) throws IOException {
    long entries = rig.api.get("/status").path("journalEnd").asLong();
    JournalSize size = JournalSize.of(rig.product.data());
    if (size.lastPosition() == 0) {
      report.note("note.no-segment");
      return;
    }
    double archived = records * (size.lastPosition() / (double) entries);
    report.figure("entries-per-record", "", entries / (double) records);
    report.figure("journal-bytes", "", size.bytes() / archived, Bar.atMost(JOURNAL_BYTES));
  }
}
