package org.qingmen.store.internal.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.qingmen.store.ChainCheck;
import org.qingmen.store.LedgerRow;
import org.qingmen.store.internal.project.Codes;
import org.qingmen.store.internal.project.LedgerHash;

/** Follows the hash chains of ledgers. */
final class LedgerVerification {

  private static final int STEP = 1000;

  private LedgerVerification() {}

  private record Head(String chain, long number, String hash) {}

  static ChainCheck verify(Connection connection, String enterprise) throws SQLException {
    long rows = 0;
    for (Head head : heads(connection, enterprise)) {
      ChainCheck check = verify(connection, head);
      if (!check.intact()) {
        return check;
      }
      rows += check.rows();
    }
    return ChainCheck.intact(rows);
  }

  private static ChainCheck verify(Connection connection, Head head) throws SQLException {
    String enterprise = head.chain().substring(LedgerHash.chain("").length());
    String hash = "";
    long number = 0;
    List<LedgerRow> rows;
    do {
      Where where = new Where().and("e.code = ?", enterprise).and("l.number > ?", number);
      rows = LedgerReader.select(connection, where, " ORDER BY l.number LIMIT " + STEP);
      for (LedgerRow row : rows) {
        number++;
        if (row.sequence() != number) {
          return broken(enterprise, number, "the row is missing");
        }
        hash = hash(hash, row);
        if (!hash.equals(row.hash())) {
          return broken(enterprise, number, "the row does not fit its hash: it was altered");
        }
      }
    } while (!rows.isEmpty());
    return head.number() == number && head.hash().equals(hash)
        ? ChainCheck.intact(number)
        : broken(enterprise, number + 1, "the end of the chain does not fit its head");
  }

  private static String hash(String before, LedgerRow row) {
    return LedgerHash.of(
        before,
        row.sequence(),
        row.position(),
        Codes.LEDGER.number(row.ledger()),
        row.serial(),
        row.received().toEpochMilli(),
        row.body());
  }

  private static ChainCheck broken(String enterprise, long number, String reason) {
    return new ChainCheck(false, number, "ledger " + enterprise + " row " + number, reason);
  }

  private static List<Head> heads(Connection connection, String enterprise) throws SQLException {
    Where where =
        enterprise == null
            ? new Where().and("chain LIKE ?", LedgerHash.chain("") + "%")
            : new Where().and("chain = ?", LedgerHash.chain(enterprise));
    List<Head> heads = new ArrayList<>();
    PassageReader.each(
        connection,
        "SELECT chain, number, hash FROM chain_head WHERE " + where + " ORDER BY chain",
        where,
        row -> heads.add(new Head(row.getString(1), row.getLong(2), row.getString(3))));
    return heads;
  }
}
