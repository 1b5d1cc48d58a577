package org.qingmen.engine.internal.compare;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which members of the stored facts a rule may read, told from the words in its text. Words are not
 * resolved: whatever is the name of a property of some fact counts as read, so that the answer is
 * rather too much than too little. The table lists every property of every fact of a passage.
 */
final class FactFields {

  /** Stands for the whole of the facts. */
  static final String EVERYTHING = "*";

  private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*\"");
  private static final Pattern BOUND = Pattern.compile("(\\$?\\w+)\\s*:\\s*[A-Z]\\w*\\s*\\(");

  /** A fact handed to one of its own methods; the method's name stands in the table. */
  private static final String HANDED = "\\b(exempts|concerns)\\s*\\(\\s*[$\\w]+\\s*\\)";

  private static final Set<String> OF_ANY_OBJECT = Set.of("toString", "hashCode", "equals");

  private final Properties table = new Properties();

  FactFields() {
    try (Reader in =
        new InputStreamReader(
            FactFields.class.getResourceAsStream("fact-fields.properties"),
            StandardCharsets.UTF_8)) {
      table.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the table knows a property or method. */
  boolean knows(String property) {
    return table.containsKey(property);
  }

  /** Members that a property rests on, separated by blanks; empty for none. */
  String of(String property) {
    return table.getProperty(property, "");
  }

  /** Members of the facts that any of these rules may read, as paths; or {@link #EVERYTHING}. */
  Set<String> readBy(Collection<String> rules) {
    Set<String> paths = new TreeSet<>(Set.of("controls", "listed", "known/-"));
    for (String rule : rules) {
      if (hands(rule)) {
        return Set.of(EVERYTHING);
      }
      // Texts cannot name a property: nothing that rules may call looks one up by its name.
      Matcher words = WORD.matcher(TEXT.matcher(rule).replaceAll(""));
      while (words.find()) {
        String property = property(words.group());
        if (OF_ANY_OBJECT.contains(words.group()) || EVERYTHING.equals(of(property).strip())) {
          return Set.of(EVERYTHING);
        }
        paths.addAll(Set.of(of(property).strip().split("\\s+")));
        paths.addAll(Set.of(of(words.group()).strip().split("\\s+")));
      }
    }
    paths.remove("");
    paths.removeIf(path -> paths.stream().anyMatch(other -> path.startsWith(other + "/")));
    return paths;
  }

  /** Whether a rule hands a whole fact to something else, which may then read what it likes. */
  private static boolean hands(String rule) {
    String rest = rule.replaceAll(HANDED, "");
    if (Pattern.compile("\\bthis\\b(?!\\s*\\.)").matcher(rest).find()) {
      return true;
    }
    Matcher bound = BOUND.matcher(rest);
    while (bound.find()) {
      String uses = "(?<![\\w$])" + Pattern.quote(bound.group(1)) + "(?![\\w$])(?!\\s*[.:])";
      if (Pattern.compile(uses).matcher(rest).find()) {
        return true;
      }
    }
    return false;
  }

  /** The property of a getter; the word itself when it is none. */
  static String property(String word) {
    int prefix = word.startsWith("get") ? 3 : word.startsWith("is") ? 2 : 0;
    if (prefix == 0 || word.length() == prefix || !Character.isUpperCase(word.charAt(prefix))) {
      return word;
    }
    return Character.toLowerCase(word.charAt(prefix)) + word.substring(prefix + 1);
  }
}
