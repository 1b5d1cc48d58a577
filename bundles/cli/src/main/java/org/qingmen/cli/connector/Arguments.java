package org.qingmen.cli.connector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Options and files of a call. */
final class Arguments {

  private final Map<String, String> options = new HashMap<>();
  private final Map<String, String> settings = new LinkedHashMap<>();
  private final List<String> files = new ArrayList<>();

  /**
   * @param words what stands behind the verb
   * @param flags options without a value
   * @param valued options with a value
   * @throws IllegalArgumentException naming the word that does not fit
   */
  Arguments(List<String> words, Set<String> flags, Set<String> valued) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (flags.contains(word)) {
        options.put(word, "");
      } else if (valued.contains(word)) {
        if (++i == words.size()) {
          throw new IllegalArgumentException(word);
        }
        take(word, words.get(i));
      } else if (word.startsWith("-") && word.length() > 1) {
        throw new IllegalArgumentException(word);
      } else {
        files.add(word);
      }
    }
  }

  private void take(String option, String value) {
    int equals = value.indexOf('=');
    if (!"--set".equals(option)) {
      options.put(option, value);
    } else if (equals > 0) {
      settings.put(value.substring(0, equals), value.substring(equals + 1));
    } else {
      throw new IllegalArgumentException(option + " " + value);
    }
  }

  boolean has(String flag) {
    return options.containsKey(flag);
  }

  String option(String name) {
    return options.get(name);
  }

  Map<String, String> settings() {
    return settings;
  }

  List<String> files() {
    return files;
  }
}
