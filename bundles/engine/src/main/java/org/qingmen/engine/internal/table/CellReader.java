package org.qingmen.engine.internal.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qingmen.engine.internal.table.FactTypes.Type;
import org.qingmen.office.CellPlace;

/** Reads what a cell below a condition asks. */
final class CellReader {

  private static final Pattern COMPARED = Pattern.compile("(<=|>=|!=|==|<|>|=|≤|≥|≠)\\s*(.+)");
  private static final Pattern NEGATED = Pattern.compile("(?:not\\s+|不是|非)\\s*(.+)");
  private static final Pattern RANGE =
      Pattern.compile("([^.~～]+(?:\\.\\d+%?)?)\\s*(?:\\.\\.|~|～)\\s*(.+)");
  private static final Map<String, String> OPERATORS =
      Map.of("=", "==", "≤", "<=", "≥", ">=", "≠", "!=");

  private final TablePlaces places;

  CellReader(TablePlaces places) {
    this.places = places;
  }

  /** What the cell asks; empty when that is not understood. */
  Optional<Test> read(CellPlace place, Object cell, Column.Value column) {
    Optional<Test> test =
        cell instanceof String text
            ? text(place, text, column)
            : typed(cell, column.type())
                .map(value -> single(column.operator(), value, column.type()));
    if (test.isEmpty()) {
      places.problem(place, "table-type", column.said(), shown(cell), name(column.type()));
      return test;
    }
    return suits(place, test.get()) ? test : Optional.empty();
  }

  /** A value that the spreadsheet itself knows the type of. */
  static Optional<Object> typed(Object value, Type type) {
    if (value instanceof BigDecimal number && type == Type.TEXT) {
      return Optional.of(number.toPlainString());
    }
    Type own = Test.typeOf(value);
    return type == Type.OPEN || own == type ? Optional.of(value) : Optional.empty();
  }

  private static Test single(String operator, Object value, Type type) {
    Type own = value instanceof Test.Reference ? type : Test.typeOf(value);
    return new Test(operator == null ? "==" : operator, List.of(value), own);
  }

  private Optional<Test> text(CellPlace place, String text, Column.Value column) {
    if (text.equals("*") || text.equals("-")) {
      return Optional.of(Test.ANY);
    }
    String word = text.toLowerCase(Locale.ROOT);
    if (column.operator() != null) {
      return Operands.read(text, column.type())
          .map(value -> single(column.operator(), value, column.type()));
    }
    if (word.equals("present") || word.equals("有值")) {
      return Optional.of(new Test("present", List.of(), column.type()));
    }
    if (word.equals("absent") || word.equals("无值")) {
      return Optional.of(new Test("absent", List.of(), column.type()));
    }
    Matcher compared = COMPARED.matcher(text);
    if (compared.matches()) {
      String operator = OPERATORS.getOrDefault(compared.group(1), compared.group(1));
      return Operands.read(compared.group(2).strip(), column.type())
          .map(value -> single(operator, value, column.type()));
    }
    Optional<Test> range = range(text, column.type());
    return range.isPresent() ? range : list(text, column.type());
  }

  private static Optional<Test> range(String text, Type type) {
    Matcher range = RANGE.matcher(text);
    if (type == Type.TEXT || type == Type.FLAG || !range.matches()) {
      return Optional.empty();
    }
    Optional<Object> from = Operands.read(range.group(1).strip(), type);
    Optional<Object> to = Operands.read(range.group(2).strip(), type);
    if (from.isEmpty() || to.isEmpty() || from.get() instanceof String) {
      return Optional.empty();
    }
    Type own = type == Type.OPEN ? Test.typeOf(from.get()) : type;
    return Optional.of(new Test("..", List.of(from.get(), to.get()), own));
  }

  private static Optional<Test> list(String text, Type type) {
    Matcher negated = NEGATED.matcher(text);
    boolean not = negated.matches();
    List<Object> operands = new ArrayList<>();
    for (String part : Operands.parts(not ? negated.group(1) : text)) {
      // A number that the spreadsheet holds as text is the text that its author wrote.
      boolean asText = type == Type.OPEN && !text.contains(",") && !text.contains("{");
      Optional<Object> one = Operands.read(part, asText ? Type.TEXT : type);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      operands.add(one.get());
    }
    Type own =
        operands.stream()
            .map(Test::typeOf)
            .filter(one -> one != Type.OPEN)
            .findFirst()
            .orElse(type);
    boolean alike =
        operands.stream().allMatch(one -> one instanceof Test.Reference || Test.typeOf(one) == own);
    if (!alike) {
      return Optional.empty();
    }
    if (operands.size() == 1) {
      return Optional.of(new Test(not ? "!=" : "==", operands, own));
    }
    return Optional.of(new Test(not ? "not in" : "in", operands, own));
  }

  private boolean suits(CellPlace place, Test test) {
    for (Object operand : test.operands()) {
      // Such a text would end the text of the rule and go on as a condition of its own.
      if (operand instanceof String text && text.matches("(?s).*[\"\\\\\\p{Cntrl}].*")) {
        places.problem(place, "table-quotes", text);
        return false;
      }
    }
    if (test.order() && (test.type() == Type.TEXT || test.type() == Type.FLAG)) {
      places.problem(place, "table-order", test.operator(), name(test.type()));
      return false;
    }
    if (test.operator().equals("..") && reversed(test.operands())) {
      places.problem(
          place, "table-range", shown(test.operands().get(0)), shown(test.operands().get(1)));
      return false;
    }
    return true;
  }

  private static boolean reversed(List<Object> range) {
    Object from = range.get(0);
    Object to = range.get(1);
    return from instanceof BigDecimal low && to instanceof BigDecimal high
        ? low.compareTo(high) > 0
        : from instanceof LocalDate first && to instanceof LocalDate last && first.isAfter(last);
  }

  static String shown(Object value) {
    return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
  }

  private static String name(Type type) {
    return type.name().toLowerCase(Locale.ROOT);
  }
}
