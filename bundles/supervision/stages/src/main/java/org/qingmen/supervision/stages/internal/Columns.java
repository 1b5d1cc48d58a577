package org.qingmen.supervision.stages.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * Reads tables whose columns and values are named in Chinese or by code; the names are in {@code
 * columns.properties}.
 */
final class Columns {

  private static final Map<String, String> NAMES = load();

  private final List<String> members;

  private Columns(List<String> members) {
    this.members = members;
  }

  /** Columns of a head; those that are not known are left out later. */
  static Columns of(List<String> head) {
    return new Columns(head.stream().map(name -> NAMES.getOrDefault(key(name), "")).toList());
  }

  /** Whether a column is there. */
  boolean has(String member) {
    return members.contains(member);
  }

  /** Values of a row by member; empty cells are left out, values are codes. */
  Map<String, String> values(List<String> cells) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(cells.size(), members.size()); i++) {
      String member = members.get(i);
      if (!member.isEmpty() && !cells.get(i).isBlank()) {
        values.put(member, code(member, cells.get(i).strip()));
      }
    }
    return values;
  }

  /** The code of a value that may be given in Chinese; itself when it has none. */
  static String code(String member, String value) {
    return NAMES.getOrDefault(member + "." + key(value), value);
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  private static Map<String, String> load() {
    Properties file = new Properties();
    try (InputStreamReader in =
        new InputStreamReader(
            Objects.requireNonNull(Columns.class.getResourceAsStream("columns.properties")),
            StandardCharsets.UTF_8)) {
      file.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> names = new HashMap<>();
    for (String name : file.stringPropertyNames()) {
      String[] path = name.split("\\.", 2);
      for (String alias : file.getProperty(name).split(",")) {
        boolean value = path.length == 2;
        names.put(value ? path[0] + "." + key(alias) : key(alias), path[path.length - 1]);
      }
      if (path.length == 1) {
        names.put(key(name), name);
      }
    }
    return Map.copyOf(names);
  }
}
