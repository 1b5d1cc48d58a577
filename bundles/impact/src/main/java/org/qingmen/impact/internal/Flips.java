package org.qingmen.impact.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.qingmen.engine.Comparison.Compared;
import org.qingmen.engine.Comparison.ComparedGrade;
import org.qingmen.engine.Comparison.Statement;
import org.qingmen.engine.GradeDecision;

/**
 * What would come out otherwise: by verdict, enterprise, rule and grade. Safe for concurrent use.
 */
final class Flips {

  /** More enterprises than a province has; beyond them only the sums go on. */
  private static final int MOST_GROUPS = 10_000;

  private final Map<String, Group> verdicts = new TreeMap<>();
  private final Map<String, Group> enterprises = new TreeMap<>();
  private final Map<String, OfRule> rules = new TreeMap<>();
  private final Map<String, Group> grades = new TreeMap<>();
  private final Map<String, ObjectNode> graded = new TreeMap<>();
  private long records;
  private long flips;
  private long differing;
  private long unreadable;
  private long gradeCount;
  private long gradeFlips;
  private long beyond;

  private static final class OfRule {
    private final Group fresh = new Group();
    private final Group gone = new Group();
    private final Group flips = new Group();
  }

  /** Many records that come out the same. */
  synchronized void same(long count) {
    records += count;
  }

  /** Counts one decision that was compared. */
  synchronized void add(long position, Compared compared) {
    if (!compared.readable()) {
      unreadable++;
      return;
    }
    records++;
    if (!compared.differs()) {
      return;
    }
    differing++;
    rules(position, compared.fresh(), compared.gone(), compared.flips());
    if (compared.flips()) {
      flips++;
      String change = compared.before().code() + "|" + compared.after().code();
      group(verdicts, change).add(position);
      group(enterprises, compared.enterprise() + "|" + change).add(position);
    }
  }

  private void rules(long position, Set<Statement> fresh, Set<Statement> gone, boolean flip) {
    Set<String> all = new HashSet<>();
    names(fresh).forEach(name -> rule(name).fresh.add(position));
    names(gone).forEach(name -> rule(name).gone.add(position));
    all.addAll(names(fresh));
    all.addAll(names(gone));
    if (flip) {
      all.forEach(name -> rule(name).flips.add(position));
    }
  }

  private static Set<String> names(Collection<Statement> statements) {
    Set<String> names = new HashSet<>();
    statements.forEach(one -> names.add(one.pack() + "|" + one.code() + "|" + one.rule()));
    return names;
  }

  private OfRule rule(String name) {
    return rules.computeIfAbsent(name, none -> new OfRule());
  }

  private Group group(Map<String, Group> groups, String name) {
    if (groups.size() >= MOST_GROUPS && !groups.containsKey(name)) {
      beyond++;
      return new Group();
    }
    return groups.computeIfAbsent(name, none -> new Group());
  }

  /**
   * Counts one grade that was compared.
   *
   * @param position where the grade by the packs in service is kept; 0 when it is not
   */
  synchronized void add(String enterprise, String industry, long position, ComparedGrade grade) {
    gradeCount++;
    if (!grade.flips()) {
      return;
    }
    gradeFlips++;
    String change = grade.before().grade() + "|" + grade.after().grade();
    group(grades, change).add(position);
    if (graded.size() >= MOST_GROUPS) {
      beyond++;
      return;
    }
    ObjectNode one = Json.object();
    one.put("enterprise", enterprise).put("industry", industry);
    one.put("before", grade.before().grade()).put("after", grade.after().grade());
    reason(one, grade.after());
    grade.indicators().forEach(one.putArray("indicators")::add);
    Group example = new Group();
    example.example(position);
    example.writeExamples(one);
    graded.put(enterprise + "|" + industry, one);
  }

  private static void reason(ObjectNode json, GradeDecision after) {
    if (after.reason() != null) {
      json.put("reason", after.reason().code());
    }
  }

  /** Share of what was compared that would come out otherwise: records, or grades. */
  synchronized double share() {
    long of = records + gradeCount;
    return of == 0 ? 0 : (double) (flips + gradeFlips) / of;
  }

  synchronized ObjectNode json() {
    ObjectNode json = Json.object();
    json.put("records", records).put("flips", flips).put("differing", differing);
    json.put("grades", gradeCount).put("gradeFlips", gradeFlips);
    json.put("share", share()).put("unreadable", unreadable).put("beyond", beyond);
    write(json.putArray("verdicts"), verdicts, "before", "after");
    write(json.putArray("enterprises"), enterprises, "enterprise", "before", "after");
    write(json.putArray("gradeChanges"), grades, "before", "after");
    rules(json.putArray("rules"));
    graded.values().forEach(json.putArray("graded")::add);
    return json;
  }

  private static void write(ArrayNode list, Map<String, Group> groups, String... names) {
    groups.entrySet().stream()
        .sorted((a, b) -> Long.compare(b.getValue().count(), a.getValue().count()))
        .forEach(
            group -> {
              ObjectNode one = list.addObject();
              String[] values = group.getKey().split("\\|");
              for (int i = 0; i < names.length; i++) {
                one.put(names[i], "null".equals(values[i]) ? null : values[i]);
              }
              group.getValue().write(one);
            });
  }

  private void rules(ArrayNode list) {
    rules.forEach(
        (name, rule) -> {
          String[] parts = name.split("\\|", 3);
          ObjectNode one = list.addObject();
          one.put("pack", parts[0]).put("code", parts[1]).put("rule", parts[2]);
          one.put("flips", rule.flips.count());
          rule.fresh.write(one.putObject("fresh"));
          rule.gone.write(one.putObject("gone"));
        });
  }
}
