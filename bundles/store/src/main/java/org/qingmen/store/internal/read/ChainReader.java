package org.qingmen.store.internal.read;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.store.PassageChains;
import org.qingmen.store.internal.db.Database;
import org.qingmen.store.internal.project.ReceiptBytes;

/** Reads records with their corrections. */
@Component
public final class ChainReader implements PassageChains {

  private static final String RECORD = "SELECT receipt, pos, received, %d FROM %s WHERE %s";

  private final Database database;

  @Activate
  public ChainReader(@Reference Database database) {
    this.database = database;
  }

  @Override
  public List<Link> chain(String receipt) {
    return ReceiptBytes.wellFormed(receipt)
        ? database.read(connection -> chain(connection, ReceiptBytes.of(receipt)))
        : List.of();
  }

  private static List<Link> chain(Connection connection, byte[] receipt) throws SQLException {
    byte[] root = root(connection, receipt);
    List<byte[]> receipts = new ArrayList<>(List.of(root));
    Map<String, String> corrects = new HashMap<>();
    Where ofRoot = new Where().and("root = ?", root);
    PassageReader.each(
        connection,
        "SELECT receipt, corrects FROM passage_correction WHERE " + ofRoot,
        ofRoot,
        row -> {
          receipts.add(row.getBytes(1));
          corrects.put(ReceiptBytes.text(row.getBytes(1)), ReceiptBytes.text(row.getBytes(2)));
        });
    Where where = new Where().in("receipt", receipts);
    String sql =
        RECORD.formatted(1, "passage", where)
            + " UNION ALL "
            + RECORD.formatted(0, "passage_superseded", where)
            + " ORDER BY 2";
    List<Link> links = new ArrayList<>();
    PassageReader.each(
        connection,
        sql,
        new Where().append(where).append(where),
        row -> links.add(link(row, corrects)));
    return links;
  }

  private static Link link(ResultSet row, Map<String, String> corrects) throws SQLException {
    String receipt = ReceiptBytes.text(row.getBytes(1));
    return new Link(
        receipt,
        row.getLong(2),
        Instant.ofEpochMilli(row.getLong(3)),
        corrects.get(receipt),
        row.getInt(4) == 1);
  }

  private static byte[] root(Connection connection, byte[] receipt) throws SQLException {
    byte[][] root = {receipt};
    Where where = new Where().and("receipt = ?", receipt);
    PassageReader.each(
        connection,
        "SELECT root FROM passage_correction WHERE " + where,
        where,
        row -> root[0] = row.getBytes(1));
    return root[0];
  }
}
