package org.qingmen.engine.internal.table;

import java.util.Optional;
import org.qingmen.engine.internal.table.Column.Word;
import org.qingmen.office.CellPlace;

/** One row as a rule. */
final class RowText {

  private final Layout layout;
  private final int row;
  private final RuleWords words;
  private final ColumnTypes types;
  private final TablePlaces places;
  private final Limits limits;
  private final Patterns patterns = new Patterns();

  RowText(
      Layout layout,
      int row,
      RuleWords words,
      String table,
      ColumnTypes types,
      TablePlaces places) {
    this.layout = layout;
    this.row = row;
    this.words = words;
    this.types = types;
    this.places = places;
    this.limits = new Limits(words, table, places);
  }

  /** The rule; empty when something is wrong with the row. */
  Optional<TextLines> write() {
    int before = places.problems().all().size();
    conditions();
    if (patterns.isEmpty() && layout.givens().isEmpty()) {
      places.problem(words.place(Word.ID), "table-no-condition", words.id());
    }
    Actions actions = new Actions(layout, row, words, limits, places);
    actions.read(patterns);
    String guard = words.dated() ? guard() : null;
    if (!limits.parameters().isEmpty() && !words.origin()) {
      return Optional.empty();
    }
    Saying saying = new Saying(layout, row, patterns, limits, places);
    String zh = saying.numbered(words, Word.ZH);
    String en = saying.numbered(words, Word.EN);
    if (places.problems().all().size() > before) {
      return Optional.empty();
    }
    TextLines out = new TextLines();
    head(out, zh, en);
    layout.givens().forEach(given -> out.add(places.of(given.place()), "  " + given.value()));
    patterns.write(out, places, guard, words.place(words.to() == null ? Word.FROM : Word.TO));
    out.add(places.of(words.place(Word.ID)), "then");
    actions.write(out, saying.arguments());
    out.add(places.of(words.place(Word.ID)), "end\n");
    return Optional.of(out);
  }

  private void conditions() {
    CellReader reader = new CellReader(places);
    Asking asking = new Asking(limits);
    for (Column column : layout.columns()) {
      Object cell = layout.value(row, column);
      CellPlace place = new CellPlace(row, column.head().column());
      if (cell != null && column instanceof Column.Value value) {
        reader
            .read(place, cell, value)
            .filter(test -> types.fits(place, value, test))
            .ifPresent(test -> ask(asking, place, value, test));
      } else if (cell != null && column instanceof Column.Question question) {
        question(place, cell, question);
      }
    }
  }

  private void ask(Asking asking, CellPlace place, Column.Value column, Test test) {
    patterns.need(column.pattern(), place);
    if (test != Test.ANY) {
      asking
          .of(place, column, test)
          .forEach(question -> patterns.ask(column.pattern(), place, question));
    }
  }

  private void question(CellPlace place, Object cell, Column.Question column) {
    Object value = cell;
    if (cell instanceof String text) {
      if (text.equals("*") || text.equals("-")) {
        patterns.need(column.pattern(), place);
        return;
      }
      value = Operands.read(text, FactTypes.Type.TEXT).orElse(text);
    }
    String key = "q" + column.head().letters();
    String operand = limits.operand(place, key, value, FactTypes.Type.TEXT);
    patterns.ask(column.pattern(), place, column.expression().replace("?", operand));
  }

  /** A rule for a part of the pack's time waits for a parameter that holds just then. */
  private String guard() {
    Word word = words.to() == null ? Word.FROM : Word.TO;
    String flag = limits.parameter(words.place(word), "in-force", true);
    return flag.replace("parameters.flag", "parameters.holds") + " && " + flag;
  }

  private void head(TextLines out, String zh, String en) {
    String id = places.of(words.place(Word.ID));
    out.add(id, "rule \"" + words.id() + "\"");
    out.add(places.of(words.place(Word.CODE)), annotation("code", words.text(Word.CODE)));
    out.add(places.of(words.place(Word.CLAUSE)), annotation("clause", words.clause()));
    out.add(places.of(words.place(Word.ZH)), annotation("zh", zh));
    out.add(places.of(words.place(Word.EN)), annotation("en", en));
    if (words.text(Word.EVIDENCE) != null) {
      String evidence = annotation("evidence", words.text(Word.EVIDENCE));
      out.add(places.of(words.place(Word.EVIDENCE)), evidence);
    }
    if (words.text(Word.SALIENCE) != null) {
      String salience = "  salience " + words.text(Word.SALIENCE);
      out.add(places.of(words.place(Word.SALIENCE)), salience);
    }
    out.add(id, "when");
  }

  private static String annotation(String name, String text) {
    return "  @" + name + "(\"" + text + "\")";
  }

  Limits limits() {
    return limits;
  }
}
