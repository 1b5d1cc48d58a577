package org.qingmen.engine.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.qingmen.engine.Matter;
import org.qingmen.spi.facts.Fact;
import org.qingmen.spi.pack.PackDescriptor;

/** Reads what was judged from the document of a judgement. */
public final class MatterReader {

  private MatterReader() {}

  /** The matter. */
  public static Matter read(JsonNode document) {
    List<Fact> facts = Nodes.list(document, "facts", MatterReader::fact);
    String kind = document.path("matter").asText().toUpperCase(Locale.ROOT);
    return new Matter(
        PackDescriptor.Kind.valueOf(kind),
        Nodes.text(document, "division"),
        LocalDate.parse(document.path("parameterDate").asText()),
        facts);
  }

  private static Fact fact(JsonNode json) {
    Map<String, Object> values = new HashMap<>();
    json.path("values")
        .properties()
        .forEach(member -> values.put(member.getKey(), value(member.getValue())));
    return new Fact(json.path("kind").asText(), values);
  }

  private static Object value(JsonNode json) {
    if (json.isNumber()) {
      return json.doubleValue();
    }
    return json.isBoolean() ? (Object) json.booleanValue() : json.asText();
  }
}
