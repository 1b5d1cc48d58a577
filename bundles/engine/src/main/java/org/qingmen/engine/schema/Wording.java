package org.qingmen.engine.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.qingmen.model.Text;
import org.qingmen.spi.refusal.RefusalTexts;

/** One sentence for each keyword of a schema, from {@code messages_zh|en.properties}. */
final class Wording {

  private static final RefusalTexts TEXTS = RefusalTexts.beside(Wording.class);
  private static final int MOST_VALUES = 30;

  /** Keywords that have a sentence of their own. */
  static final Set<String> KEYWORDS =
      Set.of(
          "type",
          "required",
          "enum",
          "const",
          "minLength",
          "maxLength",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "minItems",
          "maxItems",
          "uniqueItems",
          "minProperties",
          "maxProperties",
          "additionalProperties",
          "propertyNames",
          "format",
          "oneOf",
          "false",
          "anyOf");

  private Wording() {}

  /**
   * What is wrong.
   *
   * @param keyword keyword of the schema that did not hold
   * @param schema the part of the schema that holds the keyword
   * @param member name of the missing or unknown member, may be empty
   */
  static Text of(String keyword, JsonNode schema, String member) {
    JsonNode value = schema.path(keyword);
    return switch (keyword) {
      case "pattern" -> form(schema.path("x-form"));
      case "type" -> type(value);
      case "enum" -> TEXTS.text(keyword, values(value));
      case "required", "additionalProperties" -> TEXTS.text(keyword, member);
      case "minLength" -> TEXTS.text(value.asInt() == 1 ? "empty" : keyword, value.asText());
      default -> TEXTS.text(KEYWORDS.contains(keyword) ? keyword : "other", value.asText());
    };
  }

  private static Text form(JsonNode form) {
    return form.isObject()
        ? new Text(form.path("zh").asText(), form.path("en").asText())
        : TEXTS.text("other");
  }

  private static Text type(JsonNode types) {
    List<Text> names = new ArrayList<>();
    if (types.isTextual()) {
      names.add(TEXTS.text("type." + types.asText()));
    }
    types.forEach(one -> names.add(TEXTS.text("type." + one.asText())));
    return new Text(
        TEXTS.text("type", joined(names.stream().map(Text::zh).toList(), "或")).zh(),
        TEXTS.text("type", joined(names.stream().map(Text::en).toList(), " or ")).en());
  }

  private static String values(JsonNode allowed) {
    List<String> words = new ArrayList<>();
    allowed.forEach(one -> words.add(one.isNull() ? "–" : one.asText()));
    String some = words.stream().limit(MOST_VALUES).collect(Collectors.joining(", "));
    return words.size() > MOST_VALUES ? some + ", …" : some;
  }

  private static String joined(List<String> words, String by) {
    return String.join(by, words);
  }
}
