package org.qingmen.engine.internal.table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qingmen.engine.internal.table.Column.Word;
import org.qingmen.office.CellPlace;
import org.qingmen.office.Sheet;

/**
 * Where what stands in a sheet: settings first, then a line of heads that begins with {@code id},
 * then a rule in each row. Rows that begin with a number sign are notes for people.
 */
final class Layout {

  /** A setting and its cell. */
  record Setting(CellPlace place, Object value) {}

  private final Sheet sheet;
  private final TablePlaces places;
  private final Map<Word, Setting> settings = new EnumMap<>(Word.class);
  private final List<Setting> givens = new ArrayList<>();
  private final List<Column> columns = new ArrayList<>();
  private final List<Integer> rows = new ArrayList<>();

  private Layout(Sheet sheet, TablePlaces places) {
    this.sheet = sheet;
    this.places = places;
  }

  /** Reads a sheet; empty when it has no rules. */
  static Optional<Layout> of(Sheet sheet, TablePlaces places) {
    Layout layout = new Layout(sheet, places);
    int head = layout.settings();
    if (head == 0) {
      places.problem("table-no-head");
      return Optional.empty();
    }
    layout.columns(head);
    layout.rows(head);
    if (layout.rows.isEmpty()) {
      places.problem(new CellPlace(head, 1), "table-no-rows");
      return Optional.empty();
    }
    return Optional.of(layout);
  }

  /** Reads settings; the row of the heads, 0 when there is none. */
  private int settings() {
    for (int row = 1; row <= sheet.rows(); row++) {
      CellPlace place = new CellPlace(row, 1);
      String key = text(place).strip();
      if (key.isEmpty() || key.startsWith("#")) {
        continue;
      }
      Word word = Word.of(key);
      if (word == Word.ID) {
        return row;
      }
      setting(place, key, word);
    }
    return 0;
  }

  private void setting(CellPlace place, String key, Word word) {
    CellPlace beside = new CellPlace(place.row(), 2);
    Optional<Sheet.Cell> value = sheet.at(beside);
    if (word == null) {
      places.problem(place, "table-setting", key);
    } else if (value.isEmpty()) {
      places.problem(beside, "table-setting-empty", key);
    } else if (word == Word.GIVEN) {
      givens.add(new Setting(beside, value.get().value()));
    } else if (settings.putIfAbsent(word, new Setting(beside, value.get().value())) != null
        && word != Word.NOTE) {
      places.problem(place, "table-setting-twice", key);
    }
  }

  private void columns(int row) {
    Heads heads = new Heads(places);
    Map<String, CellPlace> seen = new HashMap<>();
    for (int i = 1; i <= sheet.columns(); i++) {
      CellPlace place = new CellPlace(row, i);
      String text = text(place);
      if (text.isBlank()) {
        strays(row, i);
        continue;
      }
      Optional<Column> column = heads.read(place, text);
      column.ifPresent(columns::add);
      String key = column.map(Layout::key).orElse(null);
      CellPlace first = key == null ? null : seen.putIfAbsent(key, place);
      if (first != null) {
        places.problem(place, "table-column-twice", column.orElseThrow().said(), first);
      }
    }
  }

  private static String key(Column column) {
    if (column instanceof Column.About about) {
      return about.word() == Word.NOTE ? null : about.word().toString();
    }
    return column.said().replaceAll("\\s+", " ");
  }

  /** What stands below an empty head counts nowhere. */
  private void strays(int head, int column) {
    sheet.cells().keySet().stream()
        .filter(place -> place.column() == column && place.row() > head && !isNote(place.row()))
        .findFirst()
        .ifPresent(place -> places.problem(place, "table-stray"));
  }

  private boolean isNote(int row) {
    return text(new CellPlace(row, 1)).startsWith("#");
  }

  private void rows(int head) {
    Set<Integer> filled = new HashSet<>();
    sheet.cells().keySet().forEach(place -> filled.add(place.row()));
    for (int row = head + 1; row <= sheet.rows(); row++) {
      if (filled.contains(row) && !isNote(row)) {
        rows.add(row);
      }
    }
  }

  private String text(CellPlace place) {
    return sheet.at(place).map(cell -> String.valueOf(cell.value())).orElse("");
  }

  /** The setting, null when it is not there. */
  Setting setting(Word word) {
    return settings.get(word);
  }

  /** Patterns that every rule of the table waits for. */
  List<Setting> givens() {
    return givens;
  }

  List<Column> columns() {
    return columns;
  }

  List<Integer> rows() {
    return rows;
  }

  /** Value of a cell, null when it is empty; texts without blanks around. */
  Object value(CellPlace place) {
    Object value = sheet.at(place).map(Sheet.Cell::value).orElse(null);
    if (value instanceof String text) {
      return text.isBlank() ? null : text.strip();
    }
    return value;
  }

  /** Value of a cell of a row. */
  Object value(int row, Column column) {
    return value(new CellPlace(row, column.head().column()));
  }
}
