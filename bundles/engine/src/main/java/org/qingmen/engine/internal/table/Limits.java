package org.qingmen.engine.internal.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qingmen.office.CellPlace;
import org.qingmen.spi.pack.Parameter;

/** Makes dated parameters of the limits and conclusions in a row, each with its origin and cell. */
final class Limits {

  private final RuleWords words;
  private final String table;
  private final TablePlaces places;
  private final List<Parameter> parameters = new ArrayList<>();
  private final Map<String, String> cells = new LinkedHashMap<>();
  private final Map<String, String> readings = new LinkedHashMap<>();

  Limits(RuleWords words, String table, TablePlaces places) {
    this.words = words;
    this.table = table;
    this.places = places;
  }

  /**
   * How a rule reads an operand: texts and truth values stand in it, numbers and days are made a
   * parameter.
   */
  String operand(CellPlace place, String key, Object value, FactTypes.Type type) {
    if (value instanceof Test.Reference reference) {
      return read(type, reference.name());
    }
    if (value instanceof String text) {
      return quoted(text);
    }
    return value instanceof Boolean ? value.toString() : parameter(place, key, value);
  }

  /** Makes a parameter of a value; how a rule reads it. */
  String parameter(CellPlace place, String key, Object value) {
    String name = table + "." + words.id() + "." + key;
    Object kept = value instanceof LocalDate day ? day.toString() : value;
    if (cells.putIfAbsent(name, places.of(place)) == null) {
      parameters.add(
          new Parameter(
              name,
              null,
              null,
              kept,
              null,
              null,
              words.from(),
              words.to(),
              words.clause(),
              words.source(),
              words.verified()));
    }
    String reading = read(Test.typeOf(value), name);
    readings.putIfAbsent(key, reading);
    return reading;
  }

  private static String read(FactTypes.Type type, String name) {
    String way =
        switch (type) {
          case NUMBER -> "number";
          case FLAG -> "flag";
          case DATE -> "date";
          default -> "text";
        };
    return "parameters." + way + "(\"" + name + "\")";
  }

  static String quoted(String text) {
    return '"' + text + '"';
  }

  /** How the first limit whose key begins so is read, null when there is none. */
  String reading(String key) {
    return readings.entrySet().stream()
        .filter(one -> one.getKey().equals(key) || one.getKey().startsWith(key + "."))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  List<Parameter> parameters() {
    return parameters;
  }

  Map<String, String> cells() {
    return cells;
  }
}
