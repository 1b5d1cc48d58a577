package org.qingmen.supervision.alarms.internal.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.qingmen.store.Document;
import org.qingmen.store.Draft;
import org.qingmen.store.Registry;

/**
 * How far each watcher has come. A cursor is written in the transaction of the alarms found on the
 * way to it, so that after any interruption nothing is missed and nothing raised twice.
 */
final class Cursors {

  private static final String KIND = "watch";
  private static final String AT = "at";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Cursors() {}

  /** Where a watcher stopped; empty when it never began. */
  static Optional<String> read(Registry registry, String watcher) {
    return registry.get(KIND, watcher).map(Cursors::at);
  }

  static Draft draft(String watcher, String at) {
    String body = JSON.createObjectNode().put(AT, at).toString();
    return new Draft(KIND, watcher, null, null, body);
  }

  private static String at(Document document) {
    try {
      return JSON.readTree(document.body()).path(AT).asText();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("cursor " + document.id() + " is no JSON", e);
    }
  }
}
