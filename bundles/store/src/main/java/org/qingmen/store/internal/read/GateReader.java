package org.qingmen.store.internal.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.model.ChinaTime;
import org.qingmen.store.Document;
import org.qingmen.store.DocumentCache;
import org.qingmen.store.GateHistory;
import org.qingmen.store.Page;
import org.qingmen.store.Registry;
import org.qingmen.store.internal.db.Database;
import org.qingmen.store.internal.project.Days;
import org.qingmen.store.internal.project.GateDayRow;
import org.qingmen.store.internal.project.GateSettings;

/** Answers from what is projected of gates. */
@Component
public final class GateReader implements GateHistory {

  private final Database database;
  private final DocumentCache<Document> barriers;
  private final GateSettings settings;
  private final Clock clock;

  /** Wired by the container. */
  @Activate
  public GateReader(
      @Reference Database database,
      @Reference Registry registry,
      @Reference GateSettings settings) {
    this(database, registry, settings, Clock.systemUTC());
  }

  /** The same with a clock of its own. */
  public GateReader(Database database, Registry registry, GateSettings settings, Clock clock) {
    this.database = database;
    this.settings = settings;
    this.clock = clock;
    this.barriers = new DocumentCache<>(registry, "barrier", barrier -> barrier);
  }

  @Deactivate
  void close() {
    barriers.close();
  }

  @Override
  public List<GateDay> days(
      String enterprise, String divisionPrefix, LocalDate from, LocalDate to) {
    GateDays days = new GateDays(from, to.isAfter(today()) ? today() : to, this::expected);
    days.registered(barriers.all(), enterprise, divisionPrefix);
    Where where = scope(enterprise, divisionPrefix);
    where.and("d.day_no BETWEEN ? AND ?", List.of(Days.of(from), Days.of(to)));
    Map<String, Long> unrecorded = unrecorded(enterprise, divisionPrefix, from, to);
    String sql =
        "SELECT e.code, d.barrier, d.day_no, d.minutes, d.heartbeats, d.passages, d.late, d.counted,"
            + " d.pictured, d.raises FROM gate_day d JOIN enterprise e ON e.id = d.enterprise WHERE "
            + where;
    database.read(c -> PassageReader.each(c, sql, where, row -> days.add(day(row, unrecorded))));
    return days.inOrder();
  }

  @Override
  public List<GateState> states(String enterprise, String divisionPrefix) {
    Where where = scope(enterprise, divisionPrefix);
    String sql =
        "SELECT e.code, s.barrier, s.heartbeat, s.passage, s.skew, s.faults FROM gate_state s"
            + " JOIN enterprise e ON e.id = s.enterprise WHERE "
            + where
            + " ORDER BY e.code, s.barrier";
    List<GateState> states = new ArrayList<>();
    database.read(c -> PassageReader.each(c, sql, where, row -> states.add(state(row))));
    return states;
  }

  @Override
  public Page<GateEvent> events(GateEventQuery query) {
    Where where = scope(query.enterprise(), query.divisionPrefix());
    where.and("g.barrier = ?", query.barrier()).and("g.kind = ?", query.kind());
    where.and("g.pos = ?", query.position());
    where.and("g.happened >= ?", millis(query.from())).and("g.happened < ?", millis(query.to()));
    Cursor.after(where, query.cursor(), "g.happened", "g.pos");
    String order = " ORDER BY g.happened DESC, g.pos DESC LIMIT " + (query.limit() + 1);
    List<GateEvent> found = events(where, order, Duration.ofMinutes(settings.recordMinutes));
    if (found.size() <= query.limit()) {
      return new Page<>(found, null);
    }
    GateEvent last = found.get(query.limit() - 1);
    Cursor next = new Cursor(last.time().toEpochMilli(), last.position());
    return new Page<>(found.subList(0, query.limit()), next.toString());
  }

  @Override
  public List<GateEvent> raisesAfter(
      long after, Instant receivedBefore, Duration window, int limit) {
    Where where = new Where().and("g.kind = ?", "barrier-raised").and("g.pos > ?", after);
    where.and("g.received < ?", receivedBefore.toEpochMilli());
    return events(where, " ORDER BY g.pos LIMIT " + limit, window);
  }

  @Override
  public List<GateHours> hours(LocalDate from, LocalDate to) {
    Where where = new Where().and("d.day_no BETWEEN ? AND ?", List.of(Days.of(from), Days.of(to)));
    where.and("d.passages > ?", 0);
    String sql =
        "SELECT e.code, d.barrier, d.day_no, d.hours FROM gate_day d JOIN enterprise e"
            + " ON e.id = d.enterprise WHERE "
            + where
            + " ORDER BY e.code, d.barrier, d.day_no";
    List<GateHours> hours = new ArrayList<>();
    database.read(
        c ->
            PassageReader.each(
                c,
                sql,
                where,
                row ->
                    hours.add(
                        new GateHours(
                            row.getString(1),
                            row.getString(2),
                            Days.day(row.getInt(3)),
                            GateDayRow.hours(row.getBytes(4))))));
    return hours;
  }

  private List<GateEvent> events(Where where, String order, Duration window) {
    long near = window.toMillis();
    String sql =
        "SELECT g.pos, e.code, g.barrier, g.kind, g.happened, g.received, g.operator, g.reason,"
            + " g.code, EXISTS (SELECT 1 FROM passage p WHERE p.enterprise = g.enterprise AND"
            + " p.passed BETWEEN g.happened - "
            + near
            + " AND g.happened + "
            + near
            + " AND p.barrier = g.barrier) FROM gate_event g"
            + " JOIN enterprise e ON e.id = g.enterprise WHERE "
            + where
            + order;
    List<GateEvent> events = new ArrayList<>();
    database.read(c -> PassageReader.each(c, sql, where, row -> events.add(event(row))));
    return events;
  }

  /** Raises without a passage beside them, by gate and day. */
  private Map<String, Long> unrecorded(
      String enterprise, String divisionPrefix, LocalDate from, LocalDate to) {
    Where where = scope(enterprise, divisionPrefix).and("g.kind = ?", "barrier-raised");
    where.and("g.happened >= ?", millis(ChinaTime.startOf(from)));
    where.and("g.happened < ?", millis(ChinaTime.endOf(to)));
    return events(where, "", Duration.ofMinutes(settings.recordMinutes)).stream()
        .filter(raise -> !raise.recorded())
        .collect(
            Collectors.groupingBy(
                raise ->
                    GateDays.key(raise.enterprise(), raise.barrier(), ChinaTime.day(raise.time())),
                Collectors.counting()));
  }

  private GateDay day(ResultSet row, Map<String, Long> unrecorded) throws SQLException {
    LocalDate day = Days.day(row.getInt(3));
    int expected = expected(day);
    return new GateDay(
        row.getString(1),
        row.getString(2),
        day,
        GateDayRow.online(row.getBytes(4), settings.aliveMinutes, expected),
        expected,
        row.getLong(5),
        row.getLong(6),
        row.getLong(7),
        row.getLong(8),
        row.getLong(9),
        row.getLong(10),
        unrecorded.getOrDefault(GateDays.key(row.getString(1), row.getString(2), day), 0L));
  }

  private static GateState state(ResultSet row) throws SQLException {
    String faults = row.getString(6);
    return new GateState(
        row.getString(1),
        row.getString(2),
        instant((Long) row.getObject(3)),
        instant((Long) row.getObject(4)),
        (Long) row.getObject(5),
        faults.isEmpty() ? List.of() : List.of(faults.split(",")));
  }

  private static GateEvent event(ResultSet row) throws SQLException {
    return new GateEvent(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        Instant.ofEpochMilli(row.getLong(5)),
        Instant.ofEpochMilli(row.getLong(6)),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getBoolean(10));
  }

  private static Where scope(String enterprise, String divisionPrefix) {
    Where where = new Where().and("e.code = ?", enterprise);
    return divisionPrefix == null || divisionPrefix.isEmpty()
        ? where
        : where.and("e.division LIKE ?", divisionPrefix + "%");
  }

  private int expected(LocalDate day) {
    ZonedDateTime now = clock.instant().atZone(ChinaTime.ZONE);
    if (!day.equals(now.toLocalDate())) {
      return day.isAfter(now.toLocalDate()) ? 0 : GateDayRow.MINUTES;
    }
    return (int) Duration.between(LocalTime.MIDNIGHT, now.toLocalTime()).toMinutes();
  }

  private LocalDate today() {
    return ChinaTime.day(clock.instant());
  }

  private static Instant instant(Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  private static Long millis(Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }
}
