package org.qingmen.supervision.response.internal;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingmen.store.Document;
import org.qingmen.store.Page;
import org.qingmen.supervision.control.EnterpriseView;
import org.qingmen.supervision.control.Episodes;

/** Episodes as a test declares them. */
final class EpisodeShelf {

  private final Map<String, Document> episodes = new LinkedHashMap<>();

  /** Declares an episode of Hebei at an instant. */
  EpisodeShelf with(String id, String from, String to, String declared) {
    String end = to == null ? "null" : "\"" + to + "\"";
    String body =
        """
        {"level": "orange", "response": "II", "divisions": ["130000"], "from": "%s", "to": %s}"""
            .formatted(from, end);
    episodes.put(
        id,
        new Document("episode", id, null, "130000", 1, body, "t", Instant.parse(declared), false));
    return this;
  }

  Episodes episodes() {
    return (Episodes)
        Proxy.newProxyInstance(
            EpisodeShelf.class.getClassLoader(),
            new Class<?>[] {Episodes.class},
            (proxy, method, asked) ->
                switch (method.getName()) {
                  case "get" -> Optional.ofNullable(episodes.get(asked[0]));
                  case "list" -> new Page<>(List.copyOf(episodes.values()), null);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  /** The cement plant of the scene, and nobody else. */
  static EnterpriseView plant() {
    return (EnterpriseView)
        Proxy.newProxyInstance(
            EpisodeShelf.class.getClassLoader(),
            new Class<?>[] {EnterpriseView.class},
            (proxy, method, asked) ->
                switch (method.getName()) {
                  case "find" -> Optional.of(Scene.CEMENT).filter(e -> e.id().equals(asked[0]));
                  case "within" -> List.of(Scene.CEMENT);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
