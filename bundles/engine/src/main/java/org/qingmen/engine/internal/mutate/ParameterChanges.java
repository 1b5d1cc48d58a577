package org.qingmen.engine.internal.mutate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.qingmen.model.Severity;
import org.qingmen.model.Verdict;
import org.qingmen.spi.pack.Parameter;

/** A parameter changed by one step in every way. */
final class ParameterChanges {

  private ParameterChanges() {}

  static List<Parameter> of(Parameter parameter) {
    List<Parameter> changes = new ArrayList<>();
    values(parameter).forEach(value -> changes.add(with(parameter, value)));
    return changes;
  }

  private static List<Object> values(Parameter parameter) {
    Object value = parameter.value();
    if (value instanceof BigDecimal number) {
      BigDecimal step = step(number);
      return List.of(number.add(step), number.subtract(step));
    }
    if (value instanceof Boolean flag) {
      return List.of(!flag);
    }
    return value == null ? List.of() : texts(value.toString(), parameter.grade() != null);
  }

  /** One of the last place that is written; of a share one per cent. */
  private static BigDecimal step(BigDecimal number) {
    return BigDecimal.ONE.movePointLeft(number.scale() <= 0 ? 0 : Math.max(2, number.scale()));
  }

  private static List<Object> texts(String text, boolean requirement) {
    if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
      LocalDate day = LocalDate.parse(text);
      return List.of(day.plusDays(1).toString(), day.minusDays(1).toString());
    }
    if (requirement && text.matches("[1-5]")) {
      int stage = Integer.parseInt(text);
      return List.of(Integer.toString(stage + 1), Integer.toString(stage - 1));
    }
    if (text.contains(",")) {
      return without(text.split("\\s*,\\s*"));
    }
    return List.of(another(text));
  }

  /** A list without each of its items. */
  private static List<Object> without(String[] items) {
    List<Object> lists = new ArrayList<>();
    for (int i = 0; i < items.length; i++) {
      List<String> rest = new ArrayList<>(Arrays.asList(items));
      rest.remove(i);
      lists.add(String.join(",", rest));
    }
    return lists;
  }

  /** Another code of the same list, else another text. */
  private static String another(String text) {
    List<List<String>> lists =
        List.of(
            Stream.of(Verdict.values()).map(Verdict::code).toList(),
            Stream.of(Severity.values()).map(Severity::code).toList());
    for (List<String> codes : lists) {
      if (codes.contains(text)) {
        return codes.get((codes.indexOf(text) + 1) % codes.size());
      }
    }
    return text + "-";
  }

  private static Parameter with(Parameter parameter, Object value) {
    return new Parameter(
        parameter.name(),
        parameter.grade(),
        parameter.operator(),
        value,
        parameter.unit(),
        parameter.alternativeGroup(),
        parameter.from(),
        parameter.to(),
        parameter.clause(),
        parameter.source(),
        parameter.verified());
  }
}
