package org.qingmen.store.internal.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.qingmen.spi.journal.Journal.Positioned;

/** Writes messages in quarantine; what a person decided about one survives a rebuild. */
final class QuarantineRows {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String INSERT =
      "INSERT INTO quarantine_message (pos, received, source, protocol, reason, enterprise, size)"
          + " VALUES (?,?,?,?,?,?,?) ON DUPLICATE KEY UPDATE size = VALUES(size)";

  private QuarantineRows() {}

  static void add(Connection connection, Positioned entry) throws SQLException, IOException {
    JsonNode body = JSON.readTree(entry.entry().document());
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      statement.setLong(1, entry.position());
      statement.setLong(2, entry.entry().received().toEpochMilli());
      statement.setString(3, cut(body.path("source").asText(entry.entry().source()), 200));
      statement.setString(4, cut(body.path("protocol").asText("unknown"), 60));
      statement.setString(5, cut(body.path("reason").asText("unknown"), 100));
      statement.setString(6, cut(PassageFields.text(body, "enterprise"), 60));
      statement.setInt(7, entry.entry().raw().length);
      statement.executeUpdate();
    }
  }

  private static String cut(String text, int longest) {
    return text == null || text.length() <= longest ? text : text.substring(0, longest);
  }
}
