package org.qingmen.engine.internal.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.qingmen.spi.pack.PackDescriptor;
import org.qingmen.spi.pack.Parameter;

/** Turns a {@code parameters.yaml} that fits its schema into parameters. */
final class ParameterReader {

  private final YamlFile file;
  private final PackDescriptor pack;
  private final Problems problems;
  private final List<Parameter> parameters = new ArrayList<>();

  private ParameterReader(YamlFile file, PackDescriptor pack, Problems problems) {
    this.file = file;
    this.pack = pack;
    this.problems = problems;
  }

  static List<Parameter> read(YamlFile file, PackDescriptor pack, Problems problems) {
    ParameterReader reader = new ParameterReader(file, pack, problems);
    for (Map.Entry<String, JsonNode> named : file.root().properties()) {
      for (int i = 0; i < named.getValue().size(); i++) {
        reader.take(named.getKey(), named.getValue().get(i), "/" + named.getKey() + "/" + i);
      }
    }
    return reader.endedByTheNext();
  }

  private void take(String name, JsonNode json, String at) {
    LocalDate from = DescriptorReader.Dates.read(json.get("from"), file, at + "/from", problems);
    LocalDate to = DescriptorReader.Dates.read(json.path("to"), file, at + "/to", problems);
    if (from == null) {
      return;
    }
    if (to != null && to.isBefore(from)) {
      problems.add(file.name(), file.line(at), "period", from, to);
    }
    Parameter parameter = parameter(name, json, from, to);
    if (parameter.grade() != null
        && !pack.grades().isEmpty()
        && !pack.grades().contains(parameter.grade())) {
      problems.add(file.name(), file.line(at), "unknown-grade", name, parameter.grade());
    }
    for (Parameter other : parameters) {
      if (clash(parameter, other)) {
        problems.add(file.name(), file.line(at), "parameter-overlap", name, other.from());
      }
    }
    parameters.add(parameter);
  }

  private static boolean clash(Parameter one, Parameter other) {
    return sameSeries(one, other) && one.from().equals(other.from());
  }

  private static boolean sameSeries(Parameter one, Parameter other) {
    return one.name().equals(other.name()) && Objects.equals(one.grade(), other.grade());
  }

  /** A value holds until the next one of its series begins, even where its last day is later. */
  private List<Parameter> endedByTheNext() {
    return parameters.stream()
        .map(
            parameter ->
                parameters.stream()
                    .filter(other -> sameSeries(parameter, other))
                    .map(Parameter::from)
                    .filter(from -> from.isAfter(parameter.from()))
                    .min(LocalDate::compareTo)
                    .map(next -> until(parameter, next.minusDays(1)))
                    .orElse(parameter))
        .toList();
  }

  private static Parameter until(Parameter parameter, LocalDate last) {
    if (parameter.to() != null && parameter.to().isBefore(last)) {
      return parameter;
    }
    return parameter.until(last);
  }

  private static Parameter parameter(String name, JsonNode json, LocalDate from, LocalDate to) {
    return new Parameter(
        name,
        text(json, "grade"),
        text(json, "operator"),
        value(json.get("value")),
        text(json, "unit"),
        text(json, "alternativeGroup"),
        from,
        to,
        json.get("clause").asText(),
        json.get("source").asText(),
        json.get("verified").asBoolean(),
        json.hasNonNull("whenEmpty") ? json.get("whenEmpty").asText().equals("met") : null,
        text(json, "note"),
        text(json, "verify"));
  }

  private static Object value(JsonNode json) {
    if (json.isNull()) {
      return null;
    }
    if (json.isNumber()) {
      return json.decimalValue();
    }
    return json.isBoolean() ? (Object) json.asBoolean() : json.asText();
  }

  private static String text(JsonNode json, String name) {
    return json.hasNonNull(name) ? json.get(name).asText() : null;
  }
}
