package org.qingmen.store.internal.read;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.store.Page;
import org.qingmen.store.Video;
import org.qingmen.store.VideoIndex;
import org.qingmen.store.VideoQuery;
import org.qingmen.store.internal.db.Database;

/** The video index in its table. */
@Component
public final class VideoTable implements VideoIndex {

  private static final String SELECT =
      "SELECT v.id, v.enterprise, v.camera, v.barrier, v.began, v.ended, v.address, v.hash,"
          + " v.received, v.source FROM video v WHERE ";
  private static final String INSERT =
      "INSERT INTO video (id, enterprise, camera, barrier, began, ended, address, hash, received,"
          + " source) VALUES (?,?,?,?,?,?,?,?,?,?)";

  /** No recording is longer; so an index over the begin finds what covers an instant. */
  private static final long LONGEST = Duration.ofDays(1).toMillis();

  private final Database database;

  @Activate
  public VideoTable(@Reference Database database) {
    this.database = database;
  }

  @Override
  public Map<String, Video> add(Collection<Video> videos) {
    if (videos.isEmpty()) {
      return Map.of();
    }
    return database.write(
        connection -> {
          Map<String, Video> before = known(connection, videos);
          try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            Map<String, Video> fresh = new HashMap<>();
            for (Video video : videos) {
              if (!before.containsKey(video.id()) && fresh.put(video.id(), video) == null) {
                bind(statement, video);
                statement.addBatch();
              }
            }
            statement.executeBatch();
          }
          return before;
        });
  }

  @Override
  public Optional<Video> find(String id) {
    return select(new Where().and("v.id = ?", id), "").stream().findFirst();
  }

  @Override
  public Page<Video> list(VideoQuery query) {
    Where where =
        new Where()
            .and("v.enterprise = ?", query.enterprise())
            .and("v.camera = ?", query.camera())
            .and("v.barrier = ?", query.barrier())
            .and("v.ended > ?", millis(query.from()))
            .and("v.began < ?", millis(query.to()));
    if (query.from() != null) {
      where.and("v.began > ?", query.from().toEpochMilli() - LONGEST);
    }
    if (query.divisionPrefix() != null && !query.divisionPrefix().isEmpty()) {
      where.and(
          "v.enterprise IN (SELECT code FROM enterprise WHERE division LIKE ?)",
          query.divisionPrefix() + "%");
    }
    after(where, query.cursor());
    List<Video> found =
        select(where, " ORDER BY v.began DESC, v.id DESC LIMIT " + (query.limit() + 1));
    boolean more = found.size() > query.limit();
    List<Video> items = more ? found.subList(0, query.limit()) : found;
    return new Page<>(items, more ? cursor(items.get(items.size() - 1)) : null);
  }

  @Override
  public List<Video> covering(String enterprise, Instant at) {
    long millis = at.toEpochMilli();
    Where where =
        new Where()
            .and("v.enterprise = ?", enterprise)
            .and("v.began <= ?", millis)
            .and("v.began > ?", millis - LONGEST)
            .and("v.ended >= ?", millis);
    return select(where, " ORDER BY v.camera, v.began");
  }

  @Override
  public int removeEndedBefore(Instant instant) {
    return database.write(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement("DELETE FROM video WHERE ended < ?")) {
            statement.setLong(1, instant.toEpochMilli());
            return statement.executeUpdate();
          }
        });
  }

  private static void after(Where where, String cursor) {
    if (cursor == null) {
      return;
    }
    int dot = cursor.indexOf('.');
    if (!cursor.matches("[0-9]{1,15}\\.[A-Z2-7]{26}")) {
      throw new org.qingmen.store.BadCursorException(cursor);
    }
    long began = Long.parseLong(cursor.substring(0, dot));
    where.and(
        "v.began <= ? AND (v.began < ? OR v.id < ?)",
        List.of(began, began, cursor.substring(dot + 1)));
  }

  private static String cursor(Video last) {
    return last.from().toEpochMilli() + "." + last.id();
  }

  private static Long millis(Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }

  private static Map<String, Video> known(Connection connection, Collection<Video> videos)
      throws SQLException {
    List<String> ids = videos.stream().map(Video::id).distinct().toList();
    Where where = new Where().in("v.id", ids);
    Map<String, Video> known = new HashMap<>();
    PassageReader.each(
        connection, SELECT + where, where, row -> known.put(row.getString(1), read(row)));
    return known;
  }

  private List<Video> select(Where where, String tail) {
    List<Video> rows = new ArrayList<>();
    database.read(
        c -> PassageReader.each(c, SELECT + where + tail, where, row -> rows.add(read(row))));
    return rows;
  }

  private static void bind(PreparedStatement statement, Video video) throws SQLException {
    statement.setString(1, video.id());
    statement.setString(2, video.enterprise());
    statement.setString(3, video.camera());
    statement.setString(4, video.barrier());
    statement.setLong(5, video.from().toEpochMilli());
    statement.setLong(6, video.to().toEpochMilli());
    statement.setString(7, video.address());
    statement.setString(8, video.sha256());
    statement.setLong(9, video.received().toEpochMilli());
    statement.setString(10, video.source());
  }

  private static Video read(ResultSet row) throws SQLException {
    return new Video(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        Instant.ofEpochMilli(row.getLong(5)),
        Instant.ofEpochMilli(row.getLong(6)),
        row.getString(7),
        row.getString(8),
        Instant.ofEpochMilli(row.getLong(9)),
        row.getString(10));
  }
}
