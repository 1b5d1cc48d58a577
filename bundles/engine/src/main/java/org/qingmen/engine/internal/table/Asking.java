package org.qingmen.engine.internal.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.qingmen.engine.internal.table.FactTypes.Type;
import org.qingmen.office.CellPlace;

/** Writes what a cell asks in the language of rules. */
final class Asking {

  private static final Map<String, String> NAMES =
      Map.of(">=", ".min", ">", ".min", "<=", ".max", "<", ".max", "!=", ".not");

  private final Limits limits;

  Asking(Limits limits) {
    this.limits = limits;
  }

  /** How the limit of a column is named whose head says the operator. */
  static String key(Column.Value column) {
    return column.operator() == null
        ? column.key()
        : column.key() + NAMES.getOrDefault(column.operator(), "");
  }

  /** The questions of a cell, each to stand for itself. */
  List<String> of(CellPlace place, Column.Value column, Test test) {
    String value = value(column, test.type());
    String key = column.key();
    return switch (test.operator()) {
      case "present" -> List.of(known(column));
      case "absent" ->
          List.of(
              FactTypes.isClass(column.pattern())
                  ? column.field() + " == null"
                  : "!" + known(column));
      case ".." -> range(place, column, test);
      case "in", "not in" -> list(place, column, test);
      default -> {
        String name = key + NAMES.getOrDefault(test.operator(), "");
        String operand = limits.operand(place, name, test.operands().get(0), test.type());
        yield List.of(compare(column, test.type(), value, test.operator(), operand));
      }
    };
  }

  private List<String> range(CellPlace place, Column.Value column, Test test) {
    String value = value(column, test.type());
    String from = limits.operand(place, column.key() + ".min", test.operands().get(0), test.type());
    String to = limits.operand(place, column.key() + ".max", test.operands().get(1), test.type());
    return List.of(
        compare(column, test.type(), value, ">=", from),
        compare(column, test.type(), value, "<=", to));
  }

  private List<String> list(CellPlace place, Column.Value column, Test test) {
    String value = value(column, test.type());
    List<String> operands = new ArrayList<>();
    for (Object operand : test.operands()) {
      String key = column.key() + "." + (operands.size() + 1);
      operands.add(limits.operand(place, key, operand, test.type()));
    }
    boolean not = test.operator().equals("not in");
    if (test.type() == Type.TEXT && operands.stream().allMatch(one -> one.startsWith("\""))) {
      String asked = value + " " + test.operator() + " (" + String.join(", ", operands) + ")";
      return List.of(not ? known(column) + " && " + asked : asked);
    }
    String asked =
        String.join(
            not ? " && " : " || ",
            operands.stream().map(one -> value + (not ? " != " : " == ") + one).toList());
    return List.of(not ? known(column) + " && " + asked : "(" + asked + ")");
  }

  private static String compare(
      Column.Value column, Type type, String value, String operator, String operand) {
    boolean order = operator.startsWith("<") || operator.startsWith(">");
    if (type == Type.FLAG && !operand.startsWith("parameters")) {
      boolean wanted = operand.equals("true") == operator.equals("==");
      return wanted ? value : "!" + value;
    }
    if (type == Type.DATE && order) {
      String compared = value + ".compareTo(" + operand + ") " + operator + " 0";
      return known(column) + " && " + compared;
    }
    String asked = value + " " + operator + " " + operand;
    boolean maybeUnknown = type != Type.FLAG && operator.equals("!=");
    return maybeUnknown && !always(column) ? known(column) + " && " + asked : asked;
  }

  /** Whether the value of a class is there in any case: numbers that are no objects. */
  private static boolean always(Column.Value column) {
    return FactTypes.isClass(column.pattern())
        && FactTypes.primitive(column.pattern(), column.field());
  }

  private static String known(Column.Value column) {
    return FactTypes.isClass(column.pattern())
        ? column.field() + " != null"
        : "has(\"" + column.field() + "\")";
  }

  /** How the value itself is named. */
  static String value(Column.Value column, Type type) {
    if (FactTypes.isClass(column.pattern())) {
      return column.field();
    }
    String way =
        switch (type) {
          case NUMBER -> "number";
          case FLAG -> "flag";
          default -> "text";
        };
    return way + "(\"" + column.field() + "\")";
  }
}
