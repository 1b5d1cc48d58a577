package org.qingmen.engine.internal.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.qingmen.engine.internal.json.CanonicalWriter;
import org.qingmen.spi.intake.PassageAnswer.Finding;

/** Compares what a case expects with what was found, and names each difference. */
final class Expectation {

  /** A difference: where, expected, found. */
  record Miss(String where, String expected, String found) {}

  private static final BigDecimal CLOSE = new BigDecimal("0.0000005");

  private final List<Miss> misses = new ArrayList<>();

  List<Miss> misses() {
    return misses;
  }

  /** Compares one value; numbers are equal when they round to the same six decimals. */
  void same(String where, JsonNode expected, Object found) {
    JsonNode actual = node(found);
    boolean equal =
        expected.isNumber() && actual.isNumber()
            ? expected.decimalValue().subtract(actual.decimalValue()).abs().compareTo(CLOSE) < 0
            : expected.equals(actual);
    if (!equal) {
      misses.add(new Miss(where, expected.toString(), actual.toString()));
    }
  }

  /** Compares lists in which the order does not matter. */
  void sameSet(String where, List<String> expected, List<String> found) {
    List<String> wanted = expected.stream().sorted().toList();
    List<String> got = found.stream().sorted().toList();
    if (!wanted.equals(got)) {
      misses.add(new Miss(where, wanted.toString(), got.toString()));
    }
  }

  /** Notes that something expected is not there. */
  void absent(String where, String expected) {
    misses.add(new Miss(where, expected, "-"));
  }

  /** Notes that something is there that must not be. */
  void unexpected(String where, String found) {
    misses.add(new Miss(where, "-", found));
  }

  /** Compares findings with the codes, or codes, severities and fields that are wanted. */
  void findings(JsonNode wanted, List<Finding> found) {
    List<String> codes = new ArrayList<>();
    for (JsonNode one : wanted) {
      codes.add(one.isTextual() ? one.asText() : one.get("code").asText());
    }
    sameSet("findings", codes, found.stream().map(Finding::code).toList());
    for (JsonNode one : wanted) {
      String code = one.path("code").asText();
      for (Finding finding : found.stream().filter(f -> f.code().equals(code)).toList()) {
        if (one.has("severity")) {
          same(code + ".severity", one.get("severity"), finding.severity().code());
        }
        if (one.has("field")) {
          same(code + ".field", one.get("field"), finding.field());
        }
      }
    }
  }

  /** A value as text; numbers in their shortest form. */
  static String shown(Object value) {
    return value instanceof Number number ? CanonicalWriter.number(number) : String.valueOf(value);
  }

  private static JsonNode node(Object value) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    if (value == null) {
      return json.nullNode();
    }
    if (value instanceof Boolean flag) {
      return json.booleanNode(flag);
    }
    return value instanceof Number number
        ? json.numberNode(new BigDecimal(number.toString()))
        : json.textNode(Objects.toString(value));
  }
}
