package org.qingmen.store.internal.project;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where enterprises are counted, as it is stored. Used by the projector's thread alone. */
final class Homes {

  private static final String READ =
      "SELECT division, industries FROM traffic_home WHERE enterprise = ?";

  private final Map<Integer, Home> known = new HashMap<>();

  /**
   * The home of an enterprise that has traffic from now on. One that was never met is counted
   * nowhere at first: {@link Moves} counts all its days when it finds its home.
   */
  Home of(Connection connection, int enterprise) throws SQLException {
    Home home = known.get(enterprise);
    if (home == null) {
      home = read(connection, READ, enterprise).orElse(null);
      if (home == null) {
        ExitTrips.execute(
            connection,
            "INSERT INTO traffic_home (enterprise, division, industries, stale)"
                + " VALUES (?, NULL, '', 1)",
            enterprise);
        home = Home.NOWHERE;
      }
      known.put(enterprise, home);
    }
    return home;
  }

  /** Reads a home until the end of the transaction: no register is marked as changed meanwhile. */
  static Optional<Home> locked(Connection connection, int enterprise) throws SQLException {
    return read(connection, READ + " FOR UPDATE", enterprise);
  }

  void moved(int enterprise, Home home) {
    known.put(enterprise, home);
  }

  void clear() {
    known.clear();
  }

  private static Optional<Home> read(Connection connection, String sql, int enterprise)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, enterprise);
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(new Home(row.getString(1), row.getString(2)))
            : Optional.empty();
      }
    }
  }
}
