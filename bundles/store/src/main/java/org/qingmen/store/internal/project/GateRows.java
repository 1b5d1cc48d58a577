package org.qingmen.store.internal.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.qingmen.model.ChinaTime;
import org.qingmen.spi.journal.Journal.Positioned;
import org.qingmen.store.internal.project.GateMemory.DayKey;
import org.qingmen.store.internal.project.GateMemory.Gate;

/** Projects what gates say of themselves, and what their passages tell of them. */
final class GateRows {

  /** Days of gates are those of the country. */
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final long MILLIS_PER_MINUTE = 60_000;
  private static final int MINUTES_PER_HOUR = 60;
  private static final int LONGEST_BARRIER = 30;
  private static final int LONGEST_FAULTS = 500;

  private final Connection connection;
  private final Dictionary dictionary;
  private final GateMemory memory;
  private final Map<DayKey, GateDayRow> days = new LinkedHashMap<>();
  private final Map<Gate, GateStateRow> states = new LinkedHashMap<>();
  private final List<GateEventRow> events = new ArrayList<>();

  GateRows(Connection connection, Dictionary dictionary, GateMemory memory) {
    this.connection = connection;
    this.dictionary = dictionary;
    this.memory = memory;
  }

  void add(Positioned entry) throws SQLException, IOException {
    JsonNode body = JSON.readTree(entry.entry().document());
    if ("heartbeats".equals(body.path("kind").asText())) {
      for (JsonNode item : body.path("items")) {
        heartbeats(item);
      }
    } else {
      event(body, entry.position(), entry.entry().received());
    }
  }

  void passage(PassageRow row) throws SQLException {
    Gate gate = new Gate(row.enterprise, row.fields.barrier());
    long passed = row.fields.passed();
    int zone = row.fields.zone();
    GateDayRow day = day(gate, Days.of(passed, zone));
    ZonedDateTime time = Days.time(passed, zone).toZonedDateTime();
    day.passageAt(time.getHour() * MINUTES_PER_HOUR + time.getMinute());
    if (row.fields.pictured()) {
      day.pictured++;
    }
    long limit = memory.settings.lateMinutes * MILLIS_PER_MINUTE;
    if (row.byGate && row.received - passed > limit) {
      day.late++;
    }
    state(gate).passageAt(row.received);
    sign(gate, row.received, row.received);
  }

  void write() throws SQLException {
    GateWriter.days(connection, days);
    GateWriter.states(connection, states);
    GateWriter.events(connection, events);
  }

  private void heartbeats(JsonNode item) throws SQLException, IOException {
    Gate gate = gate(item);
    long from = millis(item, "from");
    long to = millis(item, "to");
    sign(gate, from, to);
    GateDayRow day = day(gate, Days.of(ChinaTime.day(Instant.ofEpochMilli(to))));
    day.heartbeats += item.path("count").asLong(1);
    GateStateRow state = state(gate);
    state.heartbeatAt(to);
    if (item.hasNonNull("skew")) {
      state.skew = item.path("skew").asLong();
    }
    if (item.has("faults")) {
      state.faults = faults(item.path("faults"));
    }
    if (item.hasNonNull("counted")) {
      LocalDate counterDay = LocalDate.parse(PassageFields.need(item, "counterDay"));
      GateDayRow counter = day(gate, Days.of(counterDay));
      counter.counted = Math.max(counter.counted, item.path("counted").asLong());
    }
  }

  private void event(JsonNode body, long position, Instant received)
      throws SQLException, IOException {
    Gate gate = gate(body);
    String kind = PassageFields.need(body, "kind");
    OffsetDateTime time = OffsetDateTime.parse(PassageFields.need(body, "time"));
    String code = PassageFields.text(body, "fault");
    switch (kind) {
      case "barrier-raised" ->
          day(gate, Days.of(time.atZoneSameInstant(ChinaTime.ZONE).toLocalDate())).raises++;
      case "fault" -> state(gate).faults = joined(state(gate).faults, code);
      case "recovered" -> state(gate).faults = without(state(gate).faults, code);
      default -> throw new IOException("no gate event is called " + kind);
    }
    sign(gate, received.toEpochMilli(), received.toEpochMilli());
    events.add(
        new GateEventRow(
            position,
            gate,
            kind,
            time.toInstant().toEpochMilli(),
            received.toEpochMilli(),
            PassageFields.text(body, "operator"),
            PassageFields.text(body, "reason"),
            code));
  }

  /** One event of its own row. */
  record GateEventRow(
      long position,
      Gate gate,
      String kind,
      long happened,
      long received,
      String operator,
      String reason,
      String code) {

    void bind(PreparedStatement s) throws SQLException {
      s.setLong(1, position);
      s.setInt(2, gate.enterprise());
      s.setString(3, gate.barrier());
      s.setString(4, kind);
      s.setLong(5, happened);
      s.setLong(6, received);
      bind(s, 7, operator);
      bind(s, 8, reason);
      bind(s, 9, code);
    }

    private static void bind(PreparedStatement s, int at, String text) throws SQLException {
      if (text == null) {
        s.setNull(at, Types.VARCHAR);
      } else {
        s.setString(at, text);
      }
    }
  }

  /** Marks the minutes of a time span, which may reach over midnight. */
  private void sign(Gate gate, long from, long to) throws SQLException {
    ZonedDateTime at = Instant.ofEpochMilli(from).atZone(ChinaTime.ZONE);
    ZonedDateTime end = Instant.ofEpochMilli(Math.max(from, to)).atZone(ChinaTime.ZONE);
    while (!at.toLocalDate().isAfter(end.toLocalDate())) {
      boolean last = at.toLocalDate().equals(end.toLocalDate());
      int until = last ? minute(end) : GateDayRow.MINUTES - 1;
      day(gate, Days.of(at.toLocalDate())).minutes.set(minute(at), until + 1);
      at = at.toLocalDate().plusDays(1).atStartOfDay(ChinaTime.ZONE);
    }
  }

  private static int minute(ZonedDateTime time) {
    return time.getHour() * MINUTES_PER_HOUR + time.getMinute();
  }

  private Gate gate(JsonNode body) throws SQLException, IOException {
    String barrier = PassageFields.need(body, "barrier");
    String code = PassageFields.need(body, "enterprise");
    return new Gate(
        dictionary.enterprise(code, body.path("division").asText("")),
        barrier.substring(0, Math.min(LONGEST_BARRIER, barrier.length())));
  }

  private GateDayRow day(Gate gate, int number) throws SQLException {
    DayKey key = new DayKey(gate, number);
    GateDayRow row = days.get(key);
    if (row == null) {
      row = memory.day(connection, key);
      days.put(key, row);
    }
    return row;
  }

  private GateStateRow state(Gate gate) throws SQLException {
    GateStateRow row = states.get(gate);
    if (row == null) {
      row = memory.state(connection, gate);
      states.put(gate, row);
    }
    return row;
  }

  private static long millis(JsonNode item, String name) throws IOException {
    return OffsetDateTime.parse(PassageFields.need(item, name)).toInstant().toEpochMilli();
  }

  private static String faults(JsonNode list) {
    StringJoiner joined = new StringJoiner(",");
    list.forEach(fault -> joined.add(fault.asText()));
    return joined.length() <= LONGEST_FAULTS ? joined.toString() : "";
  }

  private static String joined(String faults, String code) {
    if (code == null || List.of(faults.split(",")).contains(code)) {
      return faults;
    }
    String all = faults.isEmpty() ? code : faults + "," + code;
    return all.length() <= LONGEST_FAULTS ? all : faults;
  }

  private static String without(String faults, String code) {
    StringJoiner kept = new StringJoiner(",");
    for (String fault : faults.split(",")) {
      if (code != null && !fault.equals(code) && !fault.isEmpty()) {
        kept.add(fault);
      }
    }
    return kept.toString();
  }
}
