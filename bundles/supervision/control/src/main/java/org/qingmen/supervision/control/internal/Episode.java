package org.qingmen.supervision.control.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.qingmen.model.AlertLevel;
import org.qingmen.model.Coded;
import org.qingmen.store.Document;
import org.qingmen.store.StoredJson;

/** An alert episode in memory; {@code to} is null while it is open. */
record Episode(
    Document document,
    long listVersion,
    AlertLevel level,
    List<String> divisions,
    Instant from,
    Instant to)
    implements Versioned {

  static Episode read(Document document) {
    JsonNode body = StoredJson.body(document);
    return new Episode(
        document,
        VersionedList.of(body),
        Coded.of(AlertLevel.class, StoredJson.text(body, "level")).orElseThrow(),
        StoredJson.texts(body, "divisions"),
        StoredJson.time(body, "from"),
        StoredJson.time(body, "to"));
  }

  String id() {
    return document.id();
  }

  boolean runs(String division, Instant at) {
    return Periods.holds(from, to, at) && Divisions.holds(divisions, division);
  }
}
