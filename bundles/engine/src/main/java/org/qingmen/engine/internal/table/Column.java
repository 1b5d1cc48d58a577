package org.qingmen.engine.internal.table;

import org.qingmen.office.CellPlace;

/** What a column of a table is for. */
sealed interface Column {

  /** Cell of its head. */
  CellPlace head();

  /** What its head says, without the caption for people. */
  String said();

  /** Something about the rule itself: its id, clause, messages. */
  record About(CellPlace head, String said, Word word) implements Column {}

  /**
   * What a value of a fact must be.
   *
   * @param pattern class of the fact, or kind of a {@code Fact}
   * @param field its value
   * @param type type of the value
   * @param operator operator between value and cell, null when the cell says it
   */
  record Value(
      CellPlace head,
      String said,
      String pattern,
      String field,
      FactTypes.Type type,
      String operator)
      implements Column {

    /** How its limits are named. */
    String key() {
      return pattern + "." + field;
    }
  }

  /** A question in the language of rules, whose {@code ?} is the cell. */
  record Question(CellPlace head, String said, String pattern, String expression)
      implements Column {}

  /**
   * What the rule then says.
   *
   * @param what {@code verdict}, {@code find}, {@code field}, {@code conclude} or {@code exclude}
   * @param name name of the conclusion, or pattern whose fact is excluded; null for the others
   */
  record Then(CellPlace head, String said, String what, String name) implements Column {}

  /** Words for what a rule says of itself. */
  enum Word {
    ID("id", "编号"),
    CODE("code", "代码"),
    CLAUSE("clause", "条款"),
    ZH("zh", "中文"),
    EN("en", "英文"),
    SOURCE("source", "出处"),
    VERIFIED("verified", "已核实"),
    FROM("from", "起"),
    TO("to", "止"),
    SALIENCE("salience", "先后"),
    EVIDENCE("evidence", "证据"),
    NOTE("note", "备注"),
    /** Only as a setting. */
    TABLE("table", "表"),
    /** Only as a setting. */
    PACKAGE("package", "包"),
    /** Only as a setting. */
    GIVEN("given", "前提");

    private final String english;
    private final String chinese;

    Word(String english, String chinese) {
      this.english = english;
      this.chinese = chinese;
    }

    /** The word of a text, null when it is none. */
    static Word of(String text) {
      for (Word word : values()) {
        if (word.english.equalsIgnoreCase(text) || word.chinese.equals(text)) {
          return word;
        }
      }
      return null;
    }

    boolean onlySetting() {
      return this == TABLE || this == PACKAGE || this == GIVEN;
    }

    @Override
    public String toString() {
      return english;
    }
  }
}
