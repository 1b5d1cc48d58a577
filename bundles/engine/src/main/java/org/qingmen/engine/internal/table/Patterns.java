package org.qingmen.engine.internal.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qingmen.office.CellPlace;

/** The facts that a rule waits for, and what it asks of each. */
final class Patterns {

  /** A line within a pattern and the cell it comes from. */
  private record Line(CellPlace place, String text) {}

  private final Map<String, List<Line>> questions = new LinkedHashMap<>();
  private final Map<String, CellPlace> first = new LinkedHashMap<>();
  private final Map<String, String> bound = new LinkedHashMap<>();

  /** The rule waits for such a fact. */
  void need(String pattern, CellPlace place) {
    first.putIfAbsent(pattern, place);
    questions.computeIfAbsent(pattern, key -> new ArrayList<>());
  }

  /** The rule asks something of the fact. */
  void ask(String pattern, CellPlace place, String question) {
    need(pattern, place);
    questions.get(pattern).add(new Line(place, question));
  }

  /** The name of a fact in the rule. */
  String bind(String pattern, CellPlace place) {
    need(pattern, place);
    return bound.computeIfAbsent(pattern, key -> "$f" + bound.size());
  }

  boolean isEmpty() {
    return questions.isEmpty();
  }

  /**
   * Writes them.
   *
   * @param guard what is asked first of every fact; null for nothing
   * @param guardPlace where that is said
   */
  void write(TextLines out, TablePlaces places, String guard, CellPlace guardPlace) {
    questions.forEach(
        (pattern, lines) -> {
          List<Line> all = new ArrayList<>();
          if (!FactTypes.isClass(pattern)) {
            all.add(new Line(first.get(pattern), "kind == \"" + pattern + "\""));
          }
          if (guard != null) {
            all.add(new Line(guardPlace, guard));
          }
          all.addAll(lines);
          String name = bound.containsKey(pattern) ? bound.get(pattern) + " : " : "";
          String type = FactTypes.isClass(pattern) ? pattern : "Fact";
          out.add(places.of(first.get(pattern)), "  " + name + type + "(");
          for (int i = 0; i < all.size(); i++) {
            String end = i + 1 < all.size() ? "," : "";
            out.add(places.of(all.get(i).place()), "    " + all.get(i).text() + end);
          }
          out.add(places.of(first.get(pattern)), "  )");
        });
  }
}
