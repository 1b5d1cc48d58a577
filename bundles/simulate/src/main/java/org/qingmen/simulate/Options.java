package org.qingmen.simulate;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Options of a call: what is played, and {@code --name value} pairs. */
final class Options {

  private static final Set<String> PLAYED =
      Set.of("native", "gate", "vzenith", "hikvision", "yaohua");
  private static final Set<String> FLAGS =
      Set.of(
          "--future",
          "--offline",
          "--multipart",
          "--pictures",
          "--split",
          "--noise",
          "--heartbeat",
          "--raises",
          "--faults");
  private static final Set<String> VALUED =
      Set.of(
          "--url",
          "--host",
          "--port",
          "--rate",
          "--count",
          "--enterprise",
          "--key-id",
          "--secret",
          "--duplicate-every",
          "--ledger",
          "--replay",
          "--threads",
          "--batch",
          "--barrier",
          "--serial",
          "--patience",
          "--seed",
          "--start",
          "--frame-millis",
          "--kilograms");

  private final String played;
  private final Map<String, String> values;

  private Options(String played, Map<String, String> values) {
    this.played = played;
    this.values = values;
  }

  static Options parse(List<String> words) {
    String played = words.get(0);
    if (!PLAYED.contains(played)) {
      throw new WrongCallException("unknown-kind", played);
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i);
      if (FLAGS.contains(word)) {
        values.put(word, "true");
      } else if (VALUED.contains(word) && i + 1 < words.size()) {
        values.put(word, words.get(++i));
      } else {
        throw new WrongCallException("unknown-option", word);
      }
    }
    return new Options(played, values);
  }

  String played() {
    return played;
  }

  boolean has(String flag) {
    return values.containsKey(flag);
  }

  String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  String need(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new WrongCallException("missing-option", name);
    }
    return value;
  }

  Path path(String name) {
    String value = values.get(name);
    return value == null ? null : Path.of(value);
  }

  long number(String name, long otherwise) {
    String value = values.get(name);
    if (value == null) {
      return otherwise;
    }
    if (!value.matches("\\d{1,12}")) {
      throw new WrongCallException("not-a-number", name + " " + value);
    }
    return Long.parseLong(value);
  }
}
