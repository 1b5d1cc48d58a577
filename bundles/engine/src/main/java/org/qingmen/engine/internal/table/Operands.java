package org.qingmen.engine.internal.table;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qingmen.engine.internal.table.FactTypes.Type;

/** Reads the single values that a cell names. */
final class Operands {

  private static final Pattern NUMBER =
      Pattern.compile("([+-]?[0-9]{1,15}(?:\\.[0-9]{1,12})?)(%?)");
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern NAMED = Pattern.compile("\\{\\s*([a-z][A-Za-z0-9.-]*)\\s*\\}");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Operands() {}

  /** The parts of a list; commas within quotation marks part nothing. */
  static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean quoted = false;
    for (char c : text.toCharArray()) {
      quoted ^= c == '"' || c == '“' || c == '”';
      if (!quoted && ",，、".indexOf(c) >= 0) {
        parts.add(part.toString().strip());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString().strip());
    return parts;
  }

  /** A value written as text; empty when it is none of the type. */
  static Optional<Object> read(String text, Type type) {
    Matcher named = NAMED.matcher(text);
    if (named.matches()) {
      return Optional.of(new Test.Reference(named.group(1)));
    }
    if (text.length() > 1 && text.matches("[\"“”].*[\"“”]")) {
      return type == Type.TEXT || type == Type.OPEN
          ? Optional.of(text.substring(1, text.length() - 1))
          : Optional.empty();
    }
    return switch (type) {
      case TEXT -> text.isEmpty() ? Optional.empty() : Optional.of(text);
      case NUMBER -> number(text);
      case DATE -> day(text);
      case FLAG -> flag(text);
      case OPEN -> number(text).or(() -> day(text)).or(() -> plain(text));
    };
  }

  private static Optional<Object> plain(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static Optional<Object> number(String text) {
    Matcher number = NUMBER.matcher(text);
    if (!number.matches()) {
      return Optional.empty();
    }
    BigDecimal value = new BigDecimal(number.group(1));
    BigDecimal whole = number.group(2).isEmpty() ? value : value.divide(HUNDRED);
    return Optional.of(whole.signum() == 0 ? BigDecimal.ZERO : whole.stripTrailingZeros());
  }

  private static Optional<Object> day(String text) {
    try {
      return DAY.matcher(text).matches() ? Optional.of(LocalDate.parse(text)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A truth value, also in words. */
  static Optional<Object> flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "是" -> Optional.of(true);
      case "false", "no", "否" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
