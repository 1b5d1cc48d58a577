package org.qingmen.supervision.alarms.internal.book;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import org.qingmen.store.Document;
import org.qingmen.supervision.alarms.AlarmQuery;

/**
 * What is kept in memory of an alarm.
 *
 * @param first when it first happened
 * @param last when it last happened
 * @param changed when its last version was written, milliseconds since 1970
 * @param due when it escalates by itself, null for never
 * @param over whether its condition has ended
 */
record AlarmEntry(
    String id,
    String key,
    String code,
    String severity,
    String state,
    String enterprise,
    String division,
    String barrier,
    String assignee,
    Instant first,
    Instant last,
    long changed,
    Instant due,
    boolean over) {

  static final String CLOSED = "closed";

  /** What happened last comes first; of those at the same time the one raised last. */
  static final Comparator<AlarmEntry> NEWEST_FIRST =
      Comparator.comparingLong(AlarmEntry::latest).thenComparing(AlarmEntry::id).reversed();

  static final Comparator<AlarmEntry> BY_CHANGE =
      Comparator.comparingLong(AlarmEntry::changed).thenComparing(AlarmEntry::id);

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static AlarmEntry read(Document document) {
    JsonNode body = body(document);
    return new AlarmEntry(
        document.id(),
        body.path("key").asText(),
        body.path("code").asText(),
        body.path("severity").asText(),
        body.path("state").asText(),
        document.enterprise(),
        document.division(),
        text(body, "barrier"),
        text(body, "assignee"),
        Instant.parse(body.path("first").asText()),
        Instant.parse(body.path("last").asText()),
        document.at().toEpochMilli(),
        body.hasNonNull("due") ? Instant.parse(body.path("due").asText()) : null,
        body.hasNonNull("over"));
  }

  static ObjectNode body(Document document) {
    try {
      return (ObjectNode) JSON.readTree(document.body());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("alarm " + document.id() + " is no JSON", e);
    }
  }

  boolean closed() {
    return CLOSED.equals(state);
  }

  /**
   * Its place in the lists, milliseconds since 1970: when it last happened. A device whose clock is
   * years ahead does not stay on top for years: nothing happened later than it was written down.
   */
  long latest() {
    return Math.min(last.toEpochMilli(), changed);
  }

  boolean within(String of, String prefix) {
    return (of == null || of.equals(enterprise))
        && (prefix == null
            || prefix.isEmpty()
            || (division != null && division.startsWith(prefix)));
  }

  boolean fits(AlarmQuery query) {
    return within(query.enterprise(), query.divisionPrefix())
        && (query.states().isEmpty() || query.states().contains(state))
        && (query.severities().isEmpty() || query.severities().contains(severity))
        && same(query.code(), code)
        && same(query.barrier(), barrier)
        && same(query.assignee(), assignee)
        && (query.from() == null || !last.isBefore(query.from()))
        && (query.to() == null || first.isBefore(query.to()));
  }

  private static boolean same(String wanted, String value) {
    return wanted == null || wanted.equals(value);
  }

  private static String text(JsonNode body, String name) {
    return body.hasNonNull(name) ? body.path(name).asText() : null;
  }
}
