package org.qingmen.store.internal.project;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.qingmen.store.internal.db.Database;
import org.qingmen.store.internal.registry.EnterpriseIndustries;

/**
 * Brings an enterprise's counts to where the registers say they belong: after its first traffic,
 * when its division or its industries changed, and once for everything projected before areas were
 * counted. Until then the home is stale, and statistics read the enterprise's own rows.
 */
final class Moves {

  private static final String STALE = "SELECT enterprise FROM traffic_home WHERE stale = 1";
  private static final String REGISTERED =
      "SELECT e.division, r.body FROM enterprise e LEFT JOIN registry_document r"
          + " ON r.kind = 'enterprise' AND r.doc_id = e.code AND r.latest = TRUE"
          + " AND r.deleted = FALSE WHERE e.id = ?";
  private static final String COUNTED =
      "SELECT day_no, stage, fuel, type_term, nev, usage_code, direction, verdict, SUM(passages),"
          + " SUM(trips), SUM(grams) FROM traffic_day WHERE enterprise = ? GROUP BY day_no, stage,"
          + " fuel, type_term, nev, usage_code, direction, verdict";

  private final Database database;
  private final Homes homes;

  Moves(Database database, Homes homes) {
    this.database = database;
    this.homes = homes;
  }

  /**
   * Looks after some stale homes, each in a transaction of its own.
   *
   * @return whether none is left
   */
  boolean some(int most) {
    List<Integer> stale = database.read(Moves::stale);
    for (int enterprise : stale.subList(0, Math.min(most, stale.size()))) {
      homes.moved(enterprise, database.write(connection -> move(connection, enterprise)));
    }
    return stale.size() <= most;
  }

  private static List<Integer> stale(Connection connection) throws SQLException {
    List<Integer> found = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(STALE);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        found.add(row.getInt(1));
      }
    }
    return found;
  }

  private static Home move(Connection connection, int enterprise) throws SQLException {
    Home before = Homes.locked(connection, enterprise).orElse(Home.NOWHERE);
    Home after = registered(connection, enterprise);
    Set<Place> left = new HashSet<>(before.places());
    left.removeAll(after.places());
    Set<Place> entered = new HashSet<>(after.places());
    entered.removeAll(before.places());
    if (!left.isEmpty() || !entered.isEmpty()) {
      Areas areas = new Areas();
      count(connection, enterprise, left, entered, areas);
      areas.write(connection);
      Areas.tidy(connection, left);
    }
    ExitTrips.execute(
        connection,
        "UPDATE traffic_home SET division = ?, industries = ?, stale = 0 WHERE enterprise = ?",
        after.division(),
        after.industries(),
        enterprise);
    return after;
  }

  private static Home registered(Connection connection, int enterprise) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(REGISTERED)) {
      statement.setInt(1, enterprise);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        String body = row.getString(2);
        return Home.of(
            row.getString(1), body == null ? List.of() : EnterpriseIndustries.codes(body));
      }
    }
  }

  private static void count(
      Connection connection, int enterprise, Set<Place> left, Set<Place> entered, Areas areas)
      throws SQLException {
    Map<Integer, Set<Integer>> heavy = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(COUNTED)) {
      statement.setInt(1, enterprise);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          int type = row.getInt(4);
          if (!heavy.containsKey(type)) {
            heavy.put(type, HeavyTypes.among(connection, Set.of(type)));
          }
          AreaKey key = key(row, heavy.get(type).isEmpty() ? 0 : 1);
          areas.add(entered, key, row.getLong(9), row.getLong(10), row.getLong(11));
          areas.add(left, key, -row.getLong(9), -row.getLong(10), -row.getLong(11));
        }
      }
    }
  }

  private static AreaKey key(ResultSet row, int heavy) throws SQLException {
    return new AreaKey(
        null,
        row.getInt(1),
        row.getString(2),
        row.getInt(3),
        heavy,
        row.getInt(5),
        row.getInt(6),
        row.getInt(7),
        row.getInt(8));
  }
}
