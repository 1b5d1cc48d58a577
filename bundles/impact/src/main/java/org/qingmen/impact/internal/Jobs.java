package org.qingmen.impact.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.qingmen.engine.PackStatus;
import org.qingmen.impact.Impacts.Job;
import org.qingmen.store.Document;
import org.qingmen.store.Draft;
import org.qingmen.store.Registry;

/** Impact jobs as they are kept. */
final class Jobs {

  private static final String KIND = "impact";

  private final Registry registry;

  Jobs(Registry registry) {
    this.registry = registry;
  }

  void write(ObjectNode job, String actor) {
    String division = job.path("division").asText("");
    registry.put(
        new Draft(
            KIND,
            job.path("id").asText(),
            null,
            division.isEmpty() ? null : division,
            job.toString()),
        actor);
  }

  Optional<ObjectNode> find(String id) {
    return registry.get(KIND, id).map(document -> Json.read(document.body()));
  }

  /** All of them, newest first. */
  List<ObjectNode> all() {
    try (Stream<Document> documents = registry.all(KIND)) {
      return documents
          .map(document -> Json.read(document.body()))
          .sorted(Comparator.comparing((ObjectNode job) -> job.path("asked").asText()).reversed())
          .toList();
    }
  }

  /** Those of one content of a pack that came to their end. */
  List<ObjectNode> done(PackStatus pack) {
    return all().stream()
        .filter(job -> job.at("/pack/hash").asText().equals(pack.hash()))
        .filter(job -> job.path("state").asText().equals("done"))
        .toList();
  }

  static Job job(ObjectNode json) {
    return new Job(
        json.path("id").asText(),
        json.at("/pack/id").asText(),
        json.at("/pack/version").asText(),
        json.path("division").asText(""),
        json.toString());
  }
}
