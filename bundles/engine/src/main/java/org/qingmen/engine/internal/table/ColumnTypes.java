package org.qingmen.engine.internal.table;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.qingmen.office.CellPlace;

/** Sees to it that a named value is asked for as one type in all rows. */
final class ColumnTypes {

  private record First(FactTypes.Type type, CellPlace place) {}

  private final TablePlaces places;
  private final Map<String, First> first = new HashMap<>();

  ColumnTypes(TablePlaces places) {
    this.places = places;
  }

  boolean fits(CellPlace place, Column.Value column, Test test) {
    if (FactTypes.isClass(column.pattern()) || test.type() == FactTypes.Type.OPEN) {
      return true;
    }
    First known = first.putIfAbsent(column.key(), new First(test.type(), place));
    if (known == null || known.type() == test.type()) {
      return true;
    }
    places.problem(
        place,
        "table-mixed-types",
        column.key(),
        name(test.type()),
        name(known.type()),
        known.place());
    return false;
  }

  private static String name(FactTypes.Type type) {
    return type.name().toLowerCase(Locale.ROOT);
  }
}
