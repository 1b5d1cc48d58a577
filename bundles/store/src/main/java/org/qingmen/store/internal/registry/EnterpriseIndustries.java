package org.qingmen.store.internal.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the industries out of an enterprise's document. */
public final class EnterpriseIndustries {

  private static final ObjectMapper JSON = new ObjectMapper();

  private EnterpriseIndustries() {}

  /** Codes in the document's order, each once. */
  public static List<String> codes(String body) {
    Set<String> codes = new LinkedHashSet<>();
    try {
      JsonNode list = JSON.readTree(body).path("industries");
      list.forEach(i -> codes.add(i.isTextual() ? i.asText() : i.path("code").asText()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an enterprise's document is no JSON", e);
    }
    return List.copyOf(codes);
  }
}
