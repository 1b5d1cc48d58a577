package org.qingmen.engine.internal.grade;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The grades of a pack with what each needs. A grade is awarded when every group of alternatives
 * has one row that is met; a row without alternatives is a group of its own; no row, no need.
 */
final class Ladder {

  private final List<String> grades;
  private final Map<String, Collection<List<Row>>> groups = new LinkedHashMap<>();
  private final String awarded;

  Ladder(List<String> grades, List<Row> rows) {
    this.grades = grades;
    for (String grade : grades) {
      groups.put(
          grade, groups(rows.stream().filter(r -> grade.equals(r.parameter().grade())).toList()));
    }
    this.awarded =
        grades.stream()
            .filter(grade -> groups.get(grade).stream().allMatch(Ladder::satisfied))
            .findFirst()
            .orElse(grades.get(grades.size() - 1));
  }

  private static Collection<List<Row>> groups(List<Row> rows) {
    Map<String, List<Row>> groups = new LinkedHashMap<>();
    for (Row row : rows) {
      String alternative = row.parameter().alternativeGroup();
      String key = alternative == null ? "-" + groups.size() : "+" + alternative;
      groups.computeIfAbsent(key, name -> new ArrayList<>()).add(row);
    }
    return groups.values();
  }

  static boolean satisfied(List<Row> group) {
    return group.stream().anyMatch(Row::met);
  }

  /** The best grade all of whose needs are met. */
  String awarded() {
    return awarded;
  }

  /** Grades better than the one awarded, nearest first. */
  List<String> better() {
    List<String> better = new ArrayList<>(grades.subList(0, grades.indexOf(awarded)));
    java.util.Collections.reverse(better);
    return better;
  }

  /** What a grade needs, each group by one of its rows. */
  Collection<List<Row>> groups(String grade) {
    return groups.get(grade);
  }

  /** Groups of a grade that no row meets. */
  List<List<Row>> unmet(String grade) {
    return groups.get(grade).stream().filter(group -> !satisfied(group)).toList();
  }

  /** Whether a grade needs something whose threshold nobody knows. */
  boolean unknown(String grade) {
    return unmet(grade).stream().anyMatch(group -> group.stream().anyMatch(Row::unknown));
  }

  /**
   * Whether the result rests on verified thresholds only: for the grade awarded those that are met,
   * for each better grade at least one group that fails by verified thresholds alone.
   */
  boolean verified() {
    boolean reached =
        groups.get(awarded).stream()
            .filter(Ladder::satisfied)
            .allMatch(group -> group.stream().anyMatch(row -> row.met() && sound(row)));
    return reached
        && better().stream()
            .allMatch(
                grade ->
                    unmet(grade).stream()
                        .anyMatch(group -> group.stream().allMatch(Ladder::sound)));
  }

  private static boolean sound(Row row) {
    return row.parameter().verified() && !row.unknown();
  }

  /**
   * The best grade that these rows alone would allow: below every grade at which a group of theirs
   * fails, yet never below the grade awarded, which they do not prevent.
   */
  String allows(List<Row> rows) {
    int best = 0;
    for (Row row : rows) {
      int at = grades.indexOf(row.parameter().grade());
      boolean fails =
          groups.get(row.parameter().grade()).stream()
              .anyMatch(group -> group.contains(row) && !satisfied(group));
      if (fails) {
        best = Math.max(best, at + 1);
      }
    }
    return grades.get(Math.min(best, grades.indexOf(awarded)));
  }
}
