package org.qingmen.engine.internal.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.qingmen.engine.internal.table.Column.Word;
import org.qingmen.model.Severity;
import org.qingmen.model.Verdict;
import org.qingmen.office.CellPlace;

/** What a rule of a row then says. */
final class Actions {

  /** A call without its last arguments, and the cell it comes from. */
  private record Said(CellPlace place, String begin, boolean takesValues) {}

  private final Layout layout;
  private final int row;
  private final RuleWords words;
  private final Limits limits;
  private final TablePlaces places;
  private final List<Said> all = new ArrayList<>();

  Actions(Layout layout, int row, RuleWords words, Limits limits, TablePlaces places) {
    this.layout = layout;
    this.row = row;
    this.words = words;
    this.limits = limits;
    this.places = places;
  }

  void read(Patterns patterns) {
    for (Column column : layout.columns()) {
      Object cell = layout.value(row, column);
      CellPlace place = new CellPlace(row, column.head().column());
      if (cell != null && column instanceof Column.Then then) {
        switch (then.what()) {
          case "verdict" -> verdict(place, String.valueOf(cell));
          case "find" -> find(place, String.valueOf(cell));
          case "conclude" -> conclude(place, then.name(), cell);
          case "exclude" -> {
            String fact = patterns.bind(then.name(), place);
            String area = Limits.quoted(String.valueOf(cell));
            add(place, "insert(new Exclusion(" + fact + ", " + area + "))", false);
          }
          default -> {
            // the field belongs to the finding
          }
        }
      }
    }
    if (all.isEmpty()) {
      places.problem(words.place(Word.ID), "table-no-action", words.id());
    }
  }

  private void verdict(CellPlace place, String cell) {
    if (Stream.of(Verdict.values()).noneMatch(one -> one.code().equals(cell))) {
      wrong(place, "then verdict", cell, Stream.of(Verdict.values()).map(Verdict::code).toList());
    }
    add(place, "outcome." + cell + "(drools", true);
  }

  private void find(CellPlace place, String cell) {
    if (Stream.of(Severity.values()).noneMatch(one -> one.code().equals(cell))) {
      wrong(place, "then find", cell, Stream.of(Severity.values()).map(Severity::code).toList());
    }
    Optional<Object> field =
        layout.columns().stream()
            .filter(column -> column instanceof Column.Then then && then.what().equals("field"))
            .map(column -> layout.value(row, column))
            .filter(java.util.Objects::nonNull)
            .findFirst();
    String pointer = field.map(String::valueOf).orElse("");
    if (!pointer.matches("(/[A-Za-z0-9_~-]+)*")) {
      wrong(place, "then field", pointer, List.of("/vehicle/vin"));
    }
    String begin = "outcome.find(drools, " + Limits.quoted(cell) + ", " + Limits.quoted(pointer);
    add(place, begin, true);
  }

  private void wrong(CellPlace place, String head, String cell, List<String> known) {
    places.problem(place, "table-value", head, cell, String.join(", ", known));
  }

  private void conclude(CellPlace place, String name, Object cell) {
    Object value = cell;
    if (cell instanceof String text) {
      boolean named = text.matches("\\{[^{}]*}");
      value = named ? Operands.read(text, FactTypes.Type.TEXT).orElse(text) : text;
      if (text.matches("(?s).*[\"\\\\].*")) {
        places.problem(place, "table-quotes", text);
      }
    }
    String reading =
        value instanceof Test.Reference
            ? limits.operand(place, "then." + name, value, FactTypes.Type.TEXT)
            : limits.parameter(place, "then." + name, value);
    add(place, "outcome.conclude(drools, " + Limits.quoted(name) + ", " + reading, true);
  }

  private void add(CellPlace place, String begin, boolean takesValues) {
    all.add(new Said(place, begin, takesValues));
  }

  /** Writes the calls with the values of the messages. */
  void write(TextLines out, String arguments) {
    for (Said one : all) {
      String end = one.takesValues() ? arguments + ");" : ";";
      out.add(places.of(one.place()), "  " + one.begin() + end);
    }
  }
}
