package org.qingmen.cli.rules;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Options and words behind an action. */
final class Call {

  private static final Set<String> FLAGS =
      Set.of("--unverified", "--no-activate", "--inheritance", "--watch", "--coverage", "--table");
  private static final Set<String> VALUED =
      Set.of(
          "--kind",
          "--dir",
          "--out",
          "--key",
          "--new-key",
          "--library",
          "--url",
          "--user",
          "--from",
          "--to",
          "--division",
          "--region",
          "--as",
          "--algorithm",
          "--valid-to",
          "--trust",
          "--reason",
          "--explain",
          "--junit",
          "--html",
          "--csv",
          "--grades",
          "--industry",
          "--annotate",
          "--lang");

  private final Map<String, String> options = new HashMap<>();
  private final List<String> words = new ArrayList<>();

  Call(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i).equals("-o") ? "--out" : arguments.get(i);
      if (VALUED.contains(word)) {
        if (++i == arguments.size()) {
          throw new WrongCall("option-without-value", word);
        }
        options.put(word, arguments.get(i));
      } else if (FLAGS.contains(word)) {
        options.put(word, "");
      } else if (word.startsWith("-")) {
        throw new WrongCall("wrong-option", word);
      } else {
        words.add(word);
      }
    }
  }

  boolean has(String flag) {
    return options.containsKey(flag);
  }

  String option(String name, String otherwise) {
    return options.getOrDefault(name, otherwise);
  }

  /** The only word; the action needs exactly one. */
  String word() {
    if (words.size() != 1) {
      throw new WrongCall("one-word");
    }
    return words.get(0);
  }

  /** The two words; the action needs exactly two. */
  List<String> pair() {
    if (words.size() != 2) {
      throw new WrongCall("two-words");
    }
    return words;
  }

  /** The words from the second on, and the same options. */
  Call rest() {
    Call rest = new Call(List.of());
    rest.options.putAll(options);
    rest.words.addAll(words.subList(Math.min(1, words.size()), words.size()));
    return rest;
  }

  /** The first word, empty when there is none. */
  String first() {
    return words.isEmpty() ? "" : words.get(0);
  }

  /** All words as existing files or folders, at least one. */
  List<Path> paths() {
    if (words.isEmpty()) {
      throw new WrongCall("one-pack");
    }
    List<Path> paths = words.stream().map(Path::of).toList();
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new WrongCall("no-such-file", path);
      }
    }
    return paths;
  }

  /** The only word as an existing file or folder. */
  Path path() {
    word();
    return paths().get(0);
  }
}
