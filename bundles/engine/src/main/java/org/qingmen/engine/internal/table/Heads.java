package org.qingmen.engine.internal.table;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qingmen.office.CellPlace;

/** Reads the head of a column. The last line is for the machine, what stands above for people. */
final class Heads {

  private static final String PATTERN = "([A-Za-z][A-Za-z0-9]*(?:-[a-z0-9]+)*)";
  private static final Pattern VALUE =
      Pattern.compile(
          PATTERN
              + "\\.([A-Za-z][A-Za-z0-9]*(?:[.-][A-Za-z0-9]+)*)"
              + "(?:\\s*:\\s*(text|number|flag|date))?"
              + "(?:\\s*(<=|>=|<|>|=|!=|≤|≥|≠))?");
  private static final Pattern QUESTION = Pattern.compile(PATTERN + "\\s*:\\s*(.*\\?.*)");
  private static final Pattern THEN =
      Pattern.compile(
          "(?:then|则)\\s+(?:(verdict|find|field)|(conclude)\\s+([a-z][a-z0-9]*(?:[.-][a-zA-Z0-9]+)*)"
              + "|(exclude)\\s+(TripGroup|MassGroup|UnitGroup))");
  private static final Map<String, String> OPERATORS =
      Map.of("=", "==", "≤", "<=", "≥", ">=", "≠", "!=");

  private final TablePlaces places;

  Heads(TablePlaces places) {
    this.places = places;
  }

  /** What a column is for; empty when that is not understood. */
  Optional<Column> read(CellPlace head, String text) {
    String[] lines = text.strip().split("\\R");
    String said = lines[lines.length - 1].strip();
    Column.Word word = Column.Word.of(said);
    if (word != null && !word.onlySetting()) {
      return Optional.of(new Column.About(head, said, word));
    }
    Matcher then = THEN.matcher(said);
    if (then.matches()) {
      return Optional.of(then(head, said, then));
    }
    Matcher value = VALUE.matcher(said);
    if (value.matches()) {
      return value(head, said, value);
    }
    Matcher question = QUESTION.matcher(said);
    if (question.matches() && isPattern(head, question.group(1))) {
      return Optional.of(
          new Column.Question(head, said, question.group(1), question.group(2).strip()));
    }
    if (!question.matches()) {
      places.problem(head, "table-column", said);
    }
    return Optional.empty();
  }

  private static Column then(CellPlace head, String said, Matcher then) {
    if (then.group(1) != null) {
      return new Column.Then(head, said, then.group(1), null);
    }
    return then.group(2) != null
        ? new Column.Then(head, said, "conclude", then.group(3))
        : new Column.Then(head, said, "exclude", then.group(5));
  }

  private Optional<Column> value(CellPlace head, String said, Matcher value) {
    String pattern = value.group(1);
    String field = value.group(2);
    FactTypes.Type type = value.group(3) == null ? null : FactTypes.Type.of(value.group(3));
    if (!isPattern(head, pattern)) {
      return Optional.empty();
    }
    if (FactTypes.isClass(pattern)) {
      SortedMap<String, FactTypes.Type> known = FactTypes.values(pattern).orElseThrow();
      if (!known.containsKey(field)) {
        places.problem(head, "table-field", pattern, field, String.join(", ", known.keySet()));
        return Optional.empty();
      }
      boolean date = type == FactTypes.Type.DATE && known.get(field) == FactTypes.Type.TEXT;
      type = date ? type : known.get(field);
    }
    String operator = value.group(4);
    return Optional.of(
        new Column.Value(
            head,
            said,
            pattern,
            field,
            type == null ? FactTypes.Type.OPEN : type,
            operator == null ? null : OPERATORS.getOrDefault(operator, operator)));
  }

  private boolean isPattern(CellPlace head, String pattern) {
    if (!FactTypes.isClass(pattern) || FactTypes.values(pattern).isPresent()) {
      return true;
    }
    places.problem(head, "table-fact", pattern, String.join(", ", FactTypes.classes()));
    return false;
  }
}
