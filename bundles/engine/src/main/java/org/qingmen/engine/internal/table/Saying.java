package org.qingmen.engine.internal.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qingmen.engine.internal.table.Column.Word;
import org.qingmen.engine.internal.table.FactTypes.Type;
import org.qingmen.office.CellPlace;

/**
 * The messages of a rule: what stands in braces is a value of a fact, such as {@code
 * {Passage.plate}}, or with an equals sign in front the limit in a cell of the same row.
 */
final class Saying {

  private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern VALUE =
      Pattern.compile("([A-Za-z][A-Za-z0-9-]*)\\.([A-Za-z][A-Za-z0-9]*(?:[.-][A-Za-z0-9]+)*)");
  private static final int MOST = 10;

  private final Layout layout;
  private final int row;
  private final Patterns patterns;
  private final Limits limits;
  private final TablePlaces places;
  private final List<String> meant = new ArrayList<>();
  private final List<String> values = new ArrayList<>();

  Saying(Layout layout, int row, Patterns patterns, Limits limits, TablePlaces places) {
    this.layout = layout;
    this.row = row;
    this.patterns = patterns;
    this.limits = limits;
    this.places = places;
  }

  /** The message with numbered places; what they stand for is noted. */
  String numbered(RuleWords words, Word word) {
    Matcher braces = BRACES.matcher(words.text(word));
    StringBuilder out = new StringBuilder();
    while (braces.find()) {
      int number = number(braces.group(1).strip(), words.place(word));
      braces.appendReplacement(out, "{" + number + "}");
    }
    return braces.appendTail(out).toString();
  }

  private int number(String what, CellPlace place) {
    int known = meant.indexOf(what);
    if (known >= 0) {
      return known;
    }
    String value = what.startsWith("=") ? limit(what.substring(1).strip()) : fact(what, place);
    if (value == null || meant.size() == MOST) {
      places.problem(place, "table-placeholder", what);
      return 0;
    }
    meant.add(what);
    values.add(value);
    return meant.size() - 1;
  }

  private String limit(String head) {
    for (Column column : layout.columns()) {
      if (column instanceof Column.Value value && value.said().equals(head)) {
        return limit(Asking.key(value), column);
      }
    }
    for (Column column : layout.columns()) {
      if (column instanceof Column.Value value && value.key().equals(head)) {
        return limit(value.key(), column);
      }
      if (column instanceof Column.Then then && ("conclude " + then.name()).equals(head)) {
        return limit("then." + then.name(), column);
      }
    }
    return null;
  }

  /** What is no parameter is told as it stands in the cell. */
  private String limit(String key, Column column) {
    Object cell = layout.value(row, column);
    // Of a range both ends are meant, so that it is told as it stands.
    boolean range = cell instanceof String text && text.matches(".*(\\.\\.|~|～).*");
    String reading = range ? null : limits.reading(key);
    String shown = cell == null ? "—" : CellReader.shown(cell).replaceAll("[\"\\\\\\s]+", " ");
    return reading != null ? reading : Limits.quoted(shown);
  }

  private String fact(String what, CellPlace place) {
    Matcher value = VALUE.matcher(what);
    if (!value.matches()) {
      return null;
    }
    String pattern = value.group(1);
    String field = value.group(2);
    Type type = Type.TEXT;
    if (FactTypes.isClass(pattern)) {
      var known = FactTypes.values(pattern);
      if (known.isEmpty() || !known.get().containsKey(field)) {
        return null;
      }
    } else {
      for (Column column : layout.columns()) {
        if (column instanceof Column.Value same && same.key().equals(what)) {
          type = same.type() == Type.OPEN ? limitType(what) : same.type();
        }
      }
    }
    String name = "$v" + values.size();
    Column.Value column = new Column.Value(place, what, pattern, field, type, null);
    patterns.ask(pattern, place, name + " : " + Asking.value(column, type));
    return name;
  }

  /** A value whose limit in this row is a number is a number. */
  private Type limitType(String key) {
    String reading = limits.reading(key);
    return reading != null && reading.startsWith("parameters.number") ? Type.NUMBER : Type.TEXT;
  }

  /** The values as arguments of what the rule says, each with a comma in front. */
  String arguments() {
    return values.stream().map(value -> ", " + value).reduce("", String::concat);
  }
}
