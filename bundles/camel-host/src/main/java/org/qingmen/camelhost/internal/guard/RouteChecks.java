package org.qingmen.camelhost.internal.guard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.qingmen.camelhost.RouteGuard.Problem;

/** Walks through a route and notes every word, component and expression that is not allowed. */
public final class RouteChecks {

  private static final Set<String> WORDS = words();
  private static final Set<String> WITH_ADDRESS = Set.of("from", "to", "toD");
  private static final Pattern CLASS_NAME =
      Pattern.compile("java\\.[\\w.$]+|org\\.qingmen\\.[\\w.$]+");
  private static final Set<String> TYPES =
      Set.of(
          "String",
          "java.lang.String",
          "byte[]",
          "Boolean",
          "Integer",
          "java.lang.Boolean",
          "java.lang.Integer");

  private final Addresses addresses;
  private final List<Problem> problems;

  /** Checks against these components and this data folder. */
  public RouteChecks(Set<String> components, Path data, List<Problem> problems) {
    this.addresses = new Addresses(components, data, problems);
    this.problems = problems;
  }

  /** A document is a list of routes. */
  public void document(Object document) {
    if (!(document instanceof List<?> routes) || routes.isEmpty()) {
      RouteDocument.add(problems, "route-not-a-list", "/", document == null ? "-" : "?");
      return;
    }
    for (int i = 0; i < routes.size(); i++) {
      boolean route =
          routes.get(i) instanceof Map<?, ?> map
              && (map.containsKey("route")
                  || map.containsKey("from")
                  || map.containsKey("onException")
                  || map.containsKey("on-exception"));
      if (!route) {
        RouteDocument.add(problems, "route-not-a-list", "/" + i, i);
      }
      node(routes.get(i), "/" + i, "");
    }
  }

  private void node(Object node, String where, String word) {
    if (node instanceof Map<?, ?> map) {
      map.forEach((key, value) -> member(String.valueOf(key), value, where));
    } else if (node instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        node(list.get(i), where + "/" + i, word);
      }
    } else if (node != null) {
      scalar(String.valueOf(node), where, word);
    }
  }

  private void member(String key, Object value, String where) {
    String word = camelCase(key);
    String place = where + "/" + key;
    if (!WORDS.contains(word)) {
      RouteDocument.add(problems, "word-not-allowed", place, key);
      return;
    }
    boolean dynamic = "toD".equals(word);
    if ("uri".equals(word) && value instanceof String address) {
      addresses.check(address, place, where.endsWith("/toD"));
    } else if (WITH_ADDRESS.contains(word) && value instanceof String address) {
      addresses.check(address, place, dynamic);
    } else if (WITH_ADDRESS.contains(word) && value instanceof Map<?, ?> endpoint) {
      addresses.parameters(endpoint, place);
      node(withoutParameters(endpoint), place, word);
    } else {
      node(value, place, word);
    }
  }

  private static Map<String, Object> withoutParameters(Map<?, ?> endpoint) {
    Map<String, Object> rest = new java.util.LinkedHashMap<>();
    endpoint.forEach(
        (key, value) -> {
          if (!"parameters".equals(key)) {
            rest.put(String.valueOf(key), value);
          }
        });
    return rest;
  }

  private void scalar(String text, String where, String word) {
    Expressions.check(text, where, problems);
    boolean type = "type".equals(word) || "resultType".equals(word);
    if (type && !TYPES.contains(text)) {
      RouteDocument.add(problems, "type-not-allowed", where, text);
    }
    if ("exception".equals(word) && !CLASS_NAME.matcher(text).matches()) {
      RouteDocument.add(problems, "type-not-allowed", where, text);
    }
    if ("library".equals(word) && !"Jackson".equalsIgnoreCase(text)) {
      RouteDocument.add(problems, "type-not-allowed", where, text);
    }
  }

  private static String camelCase(String key) {
    StringBuilder word = new StringBuilder();
    boolean upper = false;
    for (char each : key.toCharArray()) {
      if (each == '-') {
        upper = true;
      } else {
        word.append(upper ? Character.toUpperCase(each) : each);
        upper = false;
      }
    }
    return word.toString();
  }

  private static Set<String> words() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                RouteChecks.class.getResourceAsStream("route-words.txt"),
                StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> List.of(line.split("\\s+")).stream())
          .filter(word -> !word.isEmpty())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
