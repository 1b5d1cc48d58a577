package org.qingmen.engine.internal.analyse;

import java.util.Objects;

/** Operators as the rule engine understands them: what is not known compares as false. */
final class Operators {

  private Operators() {}

  static Object apply(String operator, Object left, Object right) {
    return switch (operator) {
      case "==" -> same(left, right);
      case "!=" -> !same(left, right);
      case "<" -> ordered(left, right) && compare(left, right) < 0;
      case "<=" -> ordered(left, right) && compare(left, right) <= 0;
      case ">" -> ordered(left, right) && compare(left, right) > 0;
      case ">=" -> ordered(left, right) && compare(left, right) >= 0;
      case "matches" -> left != null && left.toString().matches(right.toString());
      case "not matches" -> left == null || !left.toString().matches(right.toString());
      case "+" -> plus(left, right);
      default -> arithmetic(operator, left, right);
    };
  }

  static boolean same(Object left, Object right) {
    if (left instanceof Number one && right instanceof Number other) {
      return one.doubleValue() == other.doubleValue();
    }
    return Objects.equals(left, right);
  }

  private static boolean ordered(Object left, Object right) {
    if (left instanceof Number one && right instanceof Number other) {
      return !Double.isNaN(one.doubleValue()) && !Double.isNaN(other.doubleValue());
    }
    return left instanceof String && right instanceof String;
  }

  private static int compare(Object left, Object right) {
    return left instanceof Number one
        ? Double.compare(one.doubleValue(), ((Number) right).doubleValue())
        : ((String) left).compareTo((String) right);
  }

  private static Object plus(Object left, Object right) {
    boolean text = left instanceof String || right instanceof String;
    return text ? String.valueOf(left) + right : arithmetic("+", left, right);
  }

  private static Object arithmetic(String operator, Object left, Object right) {
    if (!(left instanceof Number one) || !(right instanceof Number other)) {
      throw new NullPointerException(left + " " + operator + " " + right);
    }
    if (fraction(one) || fraction(other)) {
      return doubles(operator, one.doubleValue(), other.doubleValue());
    }
    long result = longs(operator, one.longValue(), other.longValue());
    return one instanceof Long || other instanceof Long ? (Object) result : (Object) (int) result;
  }

  private static boolean fraction(Number number) {
    return number instanceof Double || number instanceof Float;
  }

  private static double doubles(String operator, double left, double right) {
    return switch (operator) {
      case "+" -> left + right;
      case "-" -> left - right;
      case "*" -> left * right;
      case "/" -> left / right;
      default -> left % right;
    };
  }

  private static long longs(String operator, long left, long right) {
    return switch (operator) {
      case "+" -> left + right;
      case "-" -> left - right;
      case "*" -> left * right;
      case "/" -> left / right;
      default -> left % right;
    };
  }

  static Object negative(Object value) {
    if (value instanceof Double number) {
      return -number;
    }
    return value instanceof Long number
        ? (Object) (-number)
        : (Object) (-((Number) value).intValue());
  }

  static Object cast(String type, Object value) {
    return switch (type) {
      case "int" -> (int) ((Number) value).doubleValue();
      case "long" -> (long) ((Number) value).doubleValue();
      case "double", "float" -> ((Number) value).doubleValue();
      default -> value;
    };
  }
}
