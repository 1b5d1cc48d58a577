package org.qingmen.engine.internal.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qingmen.engine.internal.table.Column.Word;
import org.qingmen.office.CellPlace;
import org.qingmen.office.Sheet;
import org.qingmen.spi.pack.PackDescriptor;
import org.qingmen.spi.pack.Parameter;

/** A table as the text of rules. */
final class TableText {

  private static final String NAME = "[a-z][a-z0-9]*([.-][a-z0-9]+)*";

  private final Layout layout;
  private final PackDescriptor pack;
  private final TablePlaces places;

  private TableText(Layout layout, PackDescriptor pack, TablePlaces places) {
    this.layout = layout;
    this.pack = pack;
    this.places = places;
  }

  /**
   * The rules of a sheet; empty when something is wrong with it.
   *
   * @param names names of the tables before it, in the same pack
   */
  static Optional<TableRules> of(
      Sheet sheet, PackDescriptor pack, TablePlaces places, Set<String> names) {
    int before = places.problems().all().size();
    Optional<Layout> layout = Layout.of(sheet, places);
    if (layout.isEmpty()) {
      return Optional.empty();
    }
    TableText text = new TableText(layout.get(), pack, places);
    String name = text.setting(Word.TABLE);
    if (name != null && !name.matches(NAME)) {
      places.problem(layout.get().setting(Word.TABLE).place(), "table-name", name);
    } else if (name != null && !names.add(name)) {
      places.problem(layout.get().setting(Word.TABLE).place(), "table-name-twice", name);
    }
    String drlPackage = text.setting(Word.PACKAGE);
    if (places.problems().all().size() > before) {
      return Optional.empty();
    }
    TableRules rules = text.rules(name, drlPackage);
    return places.problems().all().size() > before ? Optional.empty() : Optional.of(rules);
  }

  private String setting(Word word) {
    Layout.Setting setting = layout.setting(word);
    if (setting == null) {
      places.problem(new CellPlace(1, 1), "table-setting-missing", word.toString());
      return null;
    }
    return String.valueOf(setting.value()).strip();
  }

  private TableRules rules(String name, String drlPackage) {
    TextLines out = new TextLines();
    out.add(places.of(layout.setting(Word.PACKAGE).place()), "package " + drlPackage + ";");
    out.add(
        places.of(layout.setting(Word.PACKAGE).place()),
        "import org.qingmen.spi.facts.*;\nglobal Outcome outcome;\nglobal Parameters parameters;\n");
    List<Parameter> parameters = new ArrayList<>();
    Map<String, String> cells = new LinkedHashMap<>();
    Map<String, CellPlace> ids = new HashMap<>();
    ColumnTypes types = new ColumnTypes(places);
    for (int row : layout.rows()) {
      RuleWords words = new RuleWords(layout, row, pack, places);
      if (words.complete() && unique(words, ids)) {
        RowText rule = new RowText(layout, row, words, name, types, places);
        rule.write().ifPresent(out::add);
        parameters.addAll(rule.limits().parameters());
        cells.putAll(rule.limits().cells());
      }
    }
    return new TableRules(places.path(), out.text(), out.cells(), parameters, cells);
  }

  private boolean unique(RuleWords words, Map<String, CellPlace> ids) {
    CellPlace other = ids.putIfAbsent(words.id(), words.place(Word.ID));
    if (other != null) {
      places.problem(words.place(Word.ID), "table-id-twice", words.id(), other);
    }
    return other == null;
  }
}
