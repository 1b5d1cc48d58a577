package org.qingmen.engine.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.qingmen.engine.ReplayResult.Difference;

/** Where two JSON documents differ. */
public final class JsonDifferences {

  private static final int MOST = 100;

  private final List<Difference> found = new ArrayList<>();

  private JsonDifferences() {}

  /** The places, at most a hundred. */
  public static List<Difference> between(JsonNode stored, JsonNode replayed) {
    JsonDifferences differences = new JsonDifferences();
    differences.compare("", stored, replayed);
    return differences.found;
  }

  private void compare(String pointer, JsonNode stored, JsonNode replayed) {
    if (found.size() >= MOST || stored.equals(replayed)) {
      return;
    }
    if (stored.isObject() && replayed.isObject()) {
      TreeSet<String> names = new TreeSet<>();
      stored.fieldNames().forEachRemaining(names::add);
      replayed.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        String at = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
        compare(at, stored.path(name), replayed.path(name));
      }
    } else if (stored.isArray() && replayed.isArray()) {
      for (int i = 0; i < Math.max(stored.size(), replayed.size()); i++) {
        compare(pointer + "/" + i, stored.path(i), replayed.path(i));
      }
    } else {
      found.add(new Difference(pointer, text(stored), text(replayed)));
    }
  }

  private static String text(JsonNode node) {
    return node.isMissingNode() ? null : node.toString();
  }
}
