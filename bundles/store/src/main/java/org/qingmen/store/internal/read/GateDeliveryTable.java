package org.qingmen.store.internal.read;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.store.GateDeliveries;
import org.qingmen.store.internal.db.Database;

/** The deliveries, one row per list and gate. */
@Component
public final class GateDeliveryTable implements GateDeliveries {

  private static final long NEVER = 0;

  private final Database database;

  /** Wired by the container. */
  @Activate
  public GateDeliveryTable(@Reference Database database) {
    this.database = database;
  }

  @Override
  public void save(Delivery delivery) {
    database.write(
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement(
                  "DELETE FROM gate_delivery WHERE list = ? AND gate = ?")) {
            delete.setString(1, delivery.list());
            delete.setString(2, delivery.gate());
            delete.executeUpdate();
          }
          insert(connection, delivery);
          return null;
        });
  }

  private static void insert(Connection connection, Delivery delivery) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO gate_delivery (list, gate, enterprise, division, offered, offered_at,"
                + " held, held_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, delivery.list());
      insert.setString(2, delivery.gate());
      insert.setString(3, delivery.enterprise());
      insert.setString(4, delivery.division());
      insert.setLong(5, delivery.offered());
      insert.setLong(6, millis(delivery.offeredAt()));
      insert.setLong(7, delivery.held());
      insert.setLong(8, millis(delivery.heldAt()));
      insert.executeUpdate();
    }
  }

  @Override
  public List<Delivery> all() {
    return database.read(
        connection -> {
          List<Delivery> found = new ArrayList<>();
          try (PreparedStatement select =
                  connection.prepareStatement(
                      "SELECT list, gate, enterprise, division, offered, offered_at, held, held_at"
                          + " FROM gate_delivery");
              ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
              found.add(delivery(rows));
            }
          }
          return found;
        });
  }

  private static Delivery delivery(ResultSet row) throws SQLException {
    return new Delivery(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getLong(5),
        time(row.getLong(6)),
        row.getLong(7),
        time(row.getLong(8)));
  }

  private static long millis(Instant time) {
    return time == null ? NEVER : time.toEpochMilli();
  }

  private static Instant time(long millis) {
    return millis == NEVER ? null : Instant.ofEpochMilli(millis);
  }
}
