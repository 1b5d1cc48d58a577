package org.qingmen.demo.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.qingmen.store.Draft;
import org.qingmen.store.Registry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far the demonstration is loaded: remembered in the registry, so that an interrupted load goes
 * on where it stopped, and shown in {@code demo-progress} in the data directory.
 */
final class Progress {

  private static final Logger LOG = LoggerFactory.getLogger(Progress.class);
  private static final String KIND = "demo";
  private static final String ID = "province";

  private final ObjectMapper json = new ObjectMapper();
  private final Registry registry;
  private final Path file;

  Progress(Registry registry, Path dataDirectory) {
    this.registry = registry;
    this.file = dataDirectory.resolve("demo-progress");
  }

  /**
   * A load that was begun.
   *
   * @param first first day of its month
   * @param next day to go on with; null when everything is loaded
   */
  record State(LocalDate first, LocalDate next) {}

  Optional<State> state() {
    return registry.get(KIND, ID).map(document -> read(document.body()));
  }

  /** Remembers durably that everything before {@code next} is loaded. */
  void save(State state) {
    ObjectNode body = json.createObjectNode().put("first", state.first().toString());
    if (state.next() != null) {
      body.put("next", state.next().toString());
    }
    registry.put(new Draft(KIND, ID, null, null, body.toString()), "server:demo");
  }

  /** Shows one line: how much of the load is done. */
  void show(int percent, String what) {
    String line = "%3d%% %s".formatted(percent, what);
    LOG.info("demonstration province: {}", line);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, line + System.lineSeparator());
    } catch (IOException e) {
      LOG.warn("the progress cannot be shown in {}: {}", file, e.getMessage());
    }
  }

  private State read(String body) {
    try {
      JsonNode state = json.readTree(body);
      JsonNode next = state.path("next");
      return new State(
          LocalDate.parse(state.path("first").asText()),
          next.isTextual() ? LocalDate.parse(next.asText()) : null);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the stored progress is damaged", e);
    }
  }
}
