package org.qingmen.engine.internal.compare;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.pack.Drl;
import org.qingmen.engine.internal.pack.RuleMeta;
import org.qingmen.spi.pack.Parameter;

/**
 * What every rule of a pack is made of: its text, what stands around it in its file, and the dated
 * parameters it may read. Two rules with equal definitions say the same of the same facts. Where
 * rules of a pack work upon one another, the whole pack is the definition of each.
 */
final class Definitions {

  /** Words by which a rule acts on others; in a comment they only cost time. */
  private static final Pattern ACTS_ON_OTHERS =
      Pattern.compile(
          "\\b(insert|insertLogical|modify|update|delete|retract|halt|activation-group|"
              + "lock-on-active)\\b");

  private static final Pattern READ =
      Pattern.compile("\\bparameters\\s*\\.\\s*[a-zA-Z]+\\s*\\(\\s*(\"[^\"]*\"\\s*([,)]))?");
  private static final Pattern LITERAL = Pattern.compile("\"([^\"\n]*)\"");

  private final CompiledPack pack;
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Map<String, String> definitions = new LinkedHashMap<>();

  Definitions(CompiledPack pack) {
    this.pack = pack;
    Map<String, String> around = new LinkedHashMap<>();
    List<String> stopped = pack.stopped().stream().map(RuleMeta::key).toList();
    for (Drl drl : pack.lineage().sources()) {
      String outside = RuleText.around(drl).replaceAll("\\s+", " ");
      RuleText.of(drl)
          .forEach(
              (key, text) -> {
                if (!stopped.contains(key)) {
                  texts.put(key, text);
                  around.put(key, outside);
                }
              });
    }
    boolean bound = texts.values().stream().anyMatch(text -> ACTS_ON_OTHERS.matcher(text).find());
    texts.forEach(
        (key, text) ->
            definitions.put(
                key,
                bound
                    ? pack.ref().hash()
                    : text.replaceAll("\\s+", " ") + around.get(key) + readBy(text)));
  }

  CompiledPack pack() {
    return pack;
  }

  /** Texts of rules by their keys. */
  Map<String, String> texts() {
    return texts;
  }

  /** Definitions of rules by their keys. */
  Map<String, String> all() {
    return definitions;
  }

  /** Keys of rules that read parameters. */
  Set<String> reading() {
    Set<String> keys = new HashSet<>();
    texts.forEach(
        (key, text) -> {
          if (text.contains("parameters")) {
            keys.add(key);
          }
        });
    return keys;
  }

  /** Rows of every parameter that the text may read; all of them when it does not name them. */
  private String readBy(String text) {
    if (!text.contains("parameters")) {
      return "";
    }
    boolean named = true;
    Matcher reads = READ.matcher(text);
    int found = 0;
    while (reads.find()) {
      found++;
      named &= reads.group(1) != null;
    }
    named &= found == text.split("\\bparameters\\b", -1).length - 1;
    Set<String> literals = new HashSet<>();
    Matcher literal = LITERAL.matcher(text);
    while (literal.find()) {
      literals.add(literal.group(1));
    }
    StringBuilder rows = new StringBuilder();
    for (Parameter parameter : pack.parameters().all()) {
      if (parameter.grade() == null && (!named || begins(literals, parameter.name()))) {
        rows.append(parameter.name()).append('=').append(parameter.value()).append('@');
        rows.append(parameter.from()).append("..").append(parameter.to()).append('\n');
      }
    }
    return rows.toString();
  }

  private static boolean begins(Set<String> literals, String name) {
    return literals.stream().anyMatch(text -> !text.isEmpty() && name.startsWith(text));
  }
}
