package org.qingmen.engine.internal.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.qingmen.engine.PackDifference;
import org.qingmen.engine.PackDifference.CaseChange;
import org.qingmen.engine.PackDifference.Kind;
import org.qingmen.engine.PackDifference.Member;
import org.qingmen.engine.PackDifference.ParameterChange;
import org.qingmen.engine.PackDifference.RuleChange;
import org.qingmen.engine.internal.pack.CaseText;
import org.qingmen.engine.internal.pack.Drl;
import org.qingmen.engine.internal.pack.RuleMeta;
import org.qingmen.engine.internal.pack.RulePack;
import org.qingmen.spi.pack.PackDescriptor;
import org.qingmen.spi.pack.Parameter;

/** Tells what differs between two packs as their authors wrote them. */
public final class Differences {

  private Differences() {}

  /** From one version to another. */
  public static PackDifference between(RulePack before, RulePack after) {
    return new PackDifference(
        descriptor(before.descriptor(), after.descriptor()),
        rules(before, after),
        parameters(before.parameters(), after.parameters()),
        cases(before.cases(), after.cases()));
  }

  private static List<Member> descriptor(PackDescriptor before, PackDescriptor after) {
    Map<String, Function<PackDescriptor, Object>> members = new LinkedHashMap<>();
    members.put("id", PackDescriptor::id);
    members.put("version", PackDescriptor::version);
    members.put("kind", PackDescriptor::kind);
    members.put("title.zh", pack -> pack.title().zh());
    members.put("title.en", pack -> pack.title().en());
    members.put("policy", PackDescriptor::policy);
    members.put("region", pack -> pack.region().code());
    members.put("industries", PackDescriptor::industries);
    members.put("validFrom", PackDescriptor::validFrom);
    members.put("validTo", PackDescriptor::validTo);
    members.put("extends", PackDescriptor::base);
    members.put("grades", PackDescriptor::grades);
    List<Member> changed = new ArrayList<>();
    members.forEach(
        (name, value) -> {
          Object was = value.apply(before);
          Object is = value.apply(after);
          if (!Objects.equals(was, is)) {
            changed.add(new Member(name, text(was), text(is)));
          }
        });
    return changed;
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }

  /** A rule with its text. */
  private record Written(RuleMeta rule, String text) {}

  private static Map<String, Written> written(RulePack pack) {
    Map<String, Written> rules = new LinkedHashMap<>();
    for (Drl drl : pack.rules()) {
      Map<String, String> texts = RuleText.of(drl);
      drl.rules().forEach(rule -> rules.put(rule.key(), new Written(rule, texts.get(rule.key()))));
    }
    return rules;
  }

  private static List<RuleChange> rules(RulePack before, RulePack after) {
    Map<String, Written> was = written(before);
    Map<String, Written> is = written(after);
    Set<String> keys = new LinkedHashSet<>(is.keySet());
    keys.addAll(was.keySet());
    List<RuleChange> changes = new ArrayList<>();
    for (String key : keys) {
      Written earlier = was.get(key);
      Written later = is.get(key);
      String from = earlier == null ? "" : earlier.text();
      String to = later == null ? "" : later.text();
      if (!from.equals(to)) {
        RuleMeta rule = later == null ? earlier.rule() : later.rule();
        changes.add(
            new RuleChange(
                kind(earlier, later),
                rule.name(),
                rule.code(),
                rule.clause(),
                rule.file(),
                rule.line(),
                LineDifference.between(from, to)));
      }
    }
    return changes;
  }

  private static Kind kind(Object before, Object after) {
    return before == null ? Kind.ADDED : after == null ? Kind.REMOVED : Kind.CHANGED;
  }

  private static List<ParameterChange> parameters(List<Parameter> before, List<Parameter> after) {
    Map<String, Parameter> was = byName(before);
    Map<String, Parameter> is = byName(after);
    Set<String> keys = new TreeSet<>(is.keySet());
    keys.addAll(was.keySet());
    List<ParameterChange> changes = new ArrayList<>();
    for (String key : keys) {
      Parameter earlier = was.get(key);
      Parameter later = is.get(key);
      if (!Objects.equals(earlier, later)) {
        String name = later == null ? earlier.name() : later.name();
        changes.add(new ParameterChange(kind(earlier, later), name, earlier, later));
      }
    }
    return changes;
  }

  /** By name, grade, alternative and the day from which a value holds. */
  private static Map<String, Parameter> byName(List<Parameter> parameters) {
    Map<String, Parameter> named = new LinkedHashMap<>();
    for (Parameter one : parameters) {
      String key = one.name() + "|" + one.grade() + "|" + one.alternativeGroup();
      named.put(key + "|" + one.from(), one);
    }
    return named;
  }

  private static List<CaseChange> cases(List<CaseText> before, List<CaseText> after) {
    Map<String, String> was = bySentence(before);
    Map<String, String> is = bySentence(after);
    Set<String> keys = new LinkedHashSet<>(is.keySet());
    keys.addAll(was.keySet());
    List<CaseChange> changes = new ArrayList<>();
    for (String key : keys) {
      if (!Objects.equals(was.get(key), is.get(key))) {
        changes.add(
            new CaseChange(kind(was.get(key), is.get(key)), key, was.get(key), is.get(key)));
      }
    }
    return changes;
  }

  private static Map<String, String> bySentence(List<CaseText> cases) {
    Map<String, String> named = new LinkedHashMap<>();
    for (CaseText one : cases) {
      String body = "{\"given\":" + one.given() + ",\"expect\":" + one.expect() + "}";
      named.merge(one.sentence(), body, (a, b) -> a + "\n" + b);
    }
    return named;
  }
}
