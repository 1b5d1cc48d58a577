package org.qingmen.store.internal.read;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.store.KnownRecord;
import org.qingmen.store.Page;
import org.qingmen.store.PassageQuery;
import org.qingmen.store.PassageStore;
import org.qingmen.store.RecentPassage;
import org.qingmen.store.Registry;
import org.qingmen.store.StoredPassage;
import org.qingmen.store.internal.db.Database;
import org.qingmen.store.internal.project.Codes;
import org.qingmen.store.internal.project.ReceiptBytes;

/** Reads projected passages. */
@Component
public final class PassageReader implements PassageStore {

  private static final int AT_ONCE = 500;
  private static final int STEP = 20_000;

  /** Records that stand, and those that were corrected: both were received. */
  private static final List<String> TABLES = List.of("passage", "passage_superseded");

  private final Database database;
  private final Industries industries;

  @Activate
  public PassageReader(@Reference Database database, @Reference Registry registry) {
    this.database = database;
    this.industries = Industries.in(registry);
  }

  @Override
  public Optional<StoredPassage> find(String receipt) {
    if (!ReceiptBytes.wellFormed(receipt)) {
      return Optional.empty();
    }
    Where where = new Where().and("p.receipt = ?", ReceiptBytes.of(receipt));
    return database.read(
        connection -> {
          List<StoredPassage> standing = select(connection, PassageRecord.SELECT, where);
          return standing.isEmpty()
              ? select(connection, PassageRecord.SELECT_SUPERSEDED, where).stream().findFirst()
              : Optional.of(standing.get(0));
        });
  }

  @Override
  public Page<StoredPassage> list(PassageQuery query) {
    List<StoredPassage> found = database.read(c -> page(c, query));
    if (found.size() <= query.limit()) {
      return new Page<>(found, null);
    }
    StoredPassage last = found.get(query.limit() - 1);
    Cursor next = new Cursor(last.time().toInstant().toEpochMilli(), last.position());
    return new Page<>(found.subList(0, query.limit()), next.toString());
  }

  @Override
  public Map<String, KnownRecord> knownReceipts(Collection<String> receipts) {
    List<byte[]> keys =
        receipts.stream().filter(ReceiptBytes::wellFormed).map(ReceiptBytes::of).toList();
    Map<String, KnownRecord> known = new HashMap<>();
    for (int i = 0; i < keys.size(); i += AT_ONCE) {
      Where where = new Where().in("receipt", keys.subList(i, Math.min(i + AT_ONCE, keys.size())));
      for (String table : TABLES) {
        database.read(
            c ->
                each(
                    c,
                    "SELECT receipt, content, pos FROM " + table + " WHERE " + where,
                    where,
                    row ->
                        known.put(
                            ReceiptBytes.text(row.getBytes(1)),
                            new KnownRecord(
                                HexFormat.of().formatHex(row.getBytes(2)), row.getLong(3)))));
      }
    }
    return known;
  }

  @Override
  public void forEachReceipt(Consumer<String> consumer) {
    TABLES.forEach(table -> forEachReceipt(table, consumer));
  }

  private void forEachReceipt(String table, Consumer<String> consumer) {
    long[] after = {0};
    int[] count = new int[1];
    do {
      count[0] = 0;
      Where where = new Where().and("pos > ?", after[0]);
      database.read(
          c ->
              each(
                  c,
                  "SELECT pos, receipt FROM %s WHERE %s ORDER BY pos LIMIT %d"
                      .formatted(table, where, STEP),
                  where,
                  row -> {
                    after[0] = row.getLong(1);
                    count[0]++;
                    consumer.accept(ReceiptBytes.text(row.getBytes(2)));
                  }));
    } while (count[0] == STEP);
  }

  @Override
  public void recentEntries(Instant since, Consumer<RecentPassage> consumer) {
    long[] after = {since.toEpochMilli(), 0};
    int[] count = new int[1];
    do {
      count[0] = 0;
      Where where =
          new Where()
              .and(
                  "p.passed >= ? AND (p.passed > ? OR p.pos > ?)",
                  List.of(after[0], after[0], after[1]));
      String sql =
          "SELECT p.passed, p.pos, e.code, p.plate, p.colour, p.vin, p.direction, p.receipt,"
              + " p.verdict, t.name FROM passage p"
              + " LEFT JOIN enterprise e ON e.id = p.enterprise"
              + " LEFT JOIN term t ON t.id = p.type_term WHERE "
              + where
              + " ORDER BY p.passed, p.pos LIMIT "
              + STEP;
      database.read(
          c ->
              each(
                  c,
                  sql,
                  where,
                  row -> {
                    after[0] = row.getLong(1);
                    after[1] = row.getLong(2);
                    count[0]++;
                    consumer.accept(recent(row));
                  }));
    } while (count[0] == STEP);
  }

  private static RecentPassage recent(ResultSet row) throws SQLException {
    return new RecentPassage(
        row.getString(3),
        row.getString(4),
        Codes.COLOUR.code(row.getInt(5)),
        row.getString(6),
        Codes.DIRECTION.code(row.getInt(7)),
        Instant.ofEpochMilli(row.getLong(1)),
        ReceiptBytes.text(row.getBytes(8)),
        row.getString(10),
        Codes.VERDICT.code(row.getInt(9)));
  }

  private List<StoredPassage> page(Connection connection, PassageQuery query) throws SQLException {
    List<Long> positions =
        new PagePositions(connection, database.dialect(), query, query.limit() + 1, industries)
            .find();
    if (positions.isEmpty()) {
      return List.of();
    }
    Map<Long, StoredPassage> rows = new HashMap<>();
    select(connection, PassageRecord.SELECT, new Where().in("p.pos", positions))
        .forEach(row -> rows.put(row.position(), row));
    return positions.stream().map(rows::get).toList();
  }

  private static List<StoredPassage> select(Connection connection, String from, Where where)
      throws SQLException {
    List<PassageRecord> records = new ArrayList<>();
    each(connection, from + " WHERE " + where, where, row -> records.add(PassageRecord.read(row)));
    return PassageRecord.complete(connection, records);
  }

  /** What is done with each row. */
  interface RowConsumer {
    void accept(ResultSet row) throws SQLException;
  }

  static Void each(Connection connection, String sql, Where where, RowConsumer consumer)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      where.bind(statement, 1);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          consumer.accept(row);
        }
      }
    }
    return null;
  }
}
