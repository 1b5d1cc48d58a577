package org.qingmen.engine.internal.compare;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.qingmen.engine.internal.pack.Drl;
import org.qingmen.engine.internal.pack.RuleMeta;

/** The text of each rule in a DRL file, and the file with some of its rules left out. */
public final class RuleText {

  private RuleText() {}

  /** Text of each rule that counts, by its key; that of a whole file where its place is unknown. */
  public static Map<String, String> of(Drl drl) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (RuleMeta rule : drl.rules()) {
      Drl.Span span = drl.spans().get(rule.name());
      String text = span == null ? drl.text() : drl.text().substring(span.begin(), span.end());
      texts.put(rule.key(), text);
    }
    return texts;
  }

  /** What stands outside the rules: package, imports, globals, common attributes, comments. */
  static String around(Drl drl) {
    return only(drl, Set.of()).text();
  }

  /** The file with these rules only; every line keeps its number. */
  static Drl only(Drl drl, Set<String> keys) {
    Set<String> others = new HashSet<>();
    drl.rules().stream().map(RuleMeta::key).filter(key -> !keys.contains(key)).forEach(others::add);
    return drl.without(others);
  }
}
