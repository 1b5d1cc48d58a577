package org.qingmen.connectors.vzenith.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.Map;
import org.qingmen.spi.device.RefusedException;

/**
 * Members of a JSON object as these cameras write them: a number may be a text, a member may be
 * missing; anything else under a known name is refused by name.
 */
record Members(JsonNode node) {

  static final long MOST = 9_007_199_254_740_992L;

  Members in(String name) {
    JsonNode child = node.path(name);
    if (child.isMissingNode() || child.isNull()) {
      return new Members(MissingNode.getInstance());
    }
    if (!child.isObject()) {
      throw wrong(name, "object", child);
    }
    return new Members(child);
  }

  /** The object under this name, which must be there. */
  Members need(String name) {
    Members child = in(name);
    if (child.node.isMissingNode()) {
      throw new RefusedException("missing-member", Map.of("field", name));
    }
    return child;
  }

  boolean has(String name) {
    return node.hasNonNull(name);
  }

  /** Text, or a number written out; null when missing. */
  String text(String name) {
    JsonNode child = node.path(name);
    if (child.isMissingNode() || child.isNull()) {
      return null;
    }
    if (!child.isTextual() && !child.isNumber()) {
      throw wrong(name, "text", child);
    }
    return child.asText();
  }

  /** Number, or a text that is one; null when missing or an empty text. */
  Number number(String name) {
    JsonNode child = node.path(name);
    if (child.isMissingNode() || child.isNull()) {
      return null;
    }
    if (child.isBoolean()) {
      return child.asBoolean() ? 1 : 0;
    }
    if (!child.isTextual() && !child.isNumber()) {
      throw wrong(name, "number", child);
    }
    String text = child.asText().strip();
    return text.isEmpty() ? null : parse(name, text, child);
  }

  private static Number parse(String name, String text, JsonNode child) {
    if (text.length() > 30 || !text.matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d{1,2})?")) {
      throw wrong(name, "number", child);
    }
    BigDecimal value = new BigDecimal(text);
    if (value.abs().compareTo(BigDecimal.valueOf(MOST)) > 0) {
      throw new RefusedException("out-of-range", Map.of("field", name, "value", text));
    }
    boolean whole = value.stripTrailingZeros().scale() <= 0;
    return whole ? (Number) value.longValueExact() : value;
  }

  private static RefusedException wrong(String name, String wanted, JsonNode found) {
    String type = found.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
    return new RefusedException(
        "wrong-type", Map.of("field", name, "expected", wanted, "found", type));
  }
}
