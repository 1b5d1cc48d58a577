package org.qingmen.engine.internal.table;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.qingmen.engine.internal.table.Column.Word;
import org.qingmen.office.CellPlace;
import org.qingmen.spi.pack.PackDescriptor;

/** What a row says of its rule, and what the settings of the table say for all rows. */
final class RuleWords {

  private static final String ID = "[A-Za-z0-9]+([.-][A-Za-z0-9]+)*";

  private final Layout layout;
  private final int row;
  private final PackDescriptor pack;
  private final TablePlaces places;
  private final Map<Word, Layout.Setting> said = new EnumMap<>(Word.class);

  RuleWords(Layout layout, int row, PackDescriptor pack, TablePlaces places) {
    this.layout = layout;
    this.row = row;
    this.pack = pack;
    this.places = places;
    for (Word word : Word.values()) {
      Layout.Setting setting = layout.setting(word);
      if (setting != null) {
        said.put(word, setting);
      }
    }
    for (Column column : layout.columns()) {
      Object value = layout.value(row, column);
      if (column instanceof Column.About about && value != null) {
        CellPlace place = new CellPlace(row, column.head().column());
        said.put(about.word(), new Layout.Setting(place, value));
      }
    }
  }

  /** Whether everything is there that a rule needs; what is not is reported. */
  boolean complete() {
    int before = places.problems().all().size();
    if (said.get(Word.ID) == null) {
      places.problem(new CellPlace(row, 1), "table-no-id");
      return false;
    }
    if (!id().matches(ID) || id().length() > 60) {
      places.problem(place(Word.ID), "table-id", id());
    }
    for (Word word : new Word[] {Word.CODE, Word.CLAUSE, Word.ZH, Word.EN}) {
      if (text(word) == null) {
        places.problem(place(word), "table-missing", id(), word.toString());
      }
    }
    for (Word word : said.keySet()) {
      String text = word == Word.NOTE ? null : text(word);
      if (text != null && text.matches("(?s).*[\"\\\\].*") && word != Word.GIVEN) {
        places.problem(place(word), "table-quotes", text);
      }
    }
    dates();
    wholeNumber();
    return places.problems().all().size() == before;
  }

  /** Whether the origin of figures is told, as it must be where the row holds some. */
  boolean origin() {
    int before = places.problems().all().size();
    for (Word word : new Word[] {Word.SOURCE, Word.VERIFIED}) {
      if (said.get(word) == null) {
        places.problem(place(word), "table-origin", id(), word.toString());
      }
    }
    if (said.get(Word.VERIFIED) != null && flag(said.get(Word.VERIFIED).value()).isEmpty()) {
      places.problem(place(Word.VERIFIED), "table-type", "verified", text(Word.VERIFIED), "flag");
    }
    return places.problems().all().size() == before;
  }

  private void dates() {
    for (Word word : new Word[] {Word.FROM, Word.TO}) {
      if (said.get(word) != null && day(word) == null) {
        places.problem(place(word), "table-type", word.toString(), text(word), "date");
        return;
      }
    }
    if (to() != null && to().isBefore(from())) {
      places.problem(place(Word.TO), "period", from(), to());
    }
  }

  private void wholeNumber() {
    Layout.Setting salience = said.get(Word.SALIENCE);
    if (salience != null
        && !(salience.value() instanceof BigDecimal number && number.scale() <= 0)) {
      places.problem(place(Word.SALIENCE), "table-type", "salience", text(Word.SALIENCE), "number");
    }
  }

  private static Optional<Object> flag(Object value) {
    return value instanceof Boolean ? Optional.of(value) : Operands.flag(String.valueOf(value));
  }

  private LocalDate day(Word word) {
    Layout.Setting setting = said.get(word);
    if (setting == null) {
      return null;
    }
    try {
      return setting.value() instanceof LocalDate day
          ? day
          : LocalDate.parse(String.valueOf(setting.value()));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Cell in which a word is said, or would be. */
  CellPlace place(Word word) {
    Layout.Setting setting = said.get(word);
    if (setting != null) {
      return setting.place();
    }
    return layout.columns().stream()
        .filter(column -> column instanceof Column.About about && about.word() == word)
        .map(column -> new CellPlace(row, column.head().column()))
        .findFirst()
        .orElse(new CellPlace(row, 1));
  }

  /** What is said under a word on one line, null for nothing. */
  String text(Word word) {
    Layout.Setting setting = said.get(word);
    String text = setting == null ? "" : CellReader.shown(setting.value());
    return text.isBlank() ? null : text.strip().replaceAll("\\s*\\R\\s*", " ");
  }

  String id() {
    return text(Word.ID);
  }

  String clause() {
    return text(Word.CLAUSE);
  }

  String source() {
    return text(Word.SOURCE);
  }

  boolean verified() {
    return flag(said.get(Word.VERIFIED).value()).map(Boolean.class::cast).orElse(false);
  }

  LocalDate from() {
    LocalDate from = day(Word.FROM);
    return from == null ? pack.validFrom() : from;
  }

  LocalDate to() {
    return day(Word.TO);
  }

  /** Whether the rule holds for a part of the pack's time only. */
  boolean dated() {
    boolean later = from().isAfter(pack.validFrom());
    return later || to() != null && (pack.validTo() == null || to().isBefore(pack.validTo()));
  }
}
