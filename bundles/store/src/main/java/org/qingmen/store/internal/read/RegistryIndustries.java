package org.qingmen.store.internal.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.qingmen.store.Document;
import org.qingmen.store.Registry;

/** Industry codes of every registered enterprise. */
final class RegistryIndustries {

  private static final ObjectMapper JSON = new ObjectMapper();

  private RegistryIndustries() {}

  static Map<String, List<String>> of(Registry registry) {
    Map<String, List<String>> industries = new HashMap<>();
    try (Stream<Document> all = registry.all("enterprise")) {
      all.forEach(document -> industries.put(document.id(), codes(document)));
    }
    industries.values().removeIf(List::isEmpty);
    return industries;
  }

  private static List<String> codes(Document document) {
    List<String> codes = new ArrayList<>();
    try {
      JsonNode list = JSON.readTree(document.body()).path("industries");
      list.forEach(i -> codes.add(i.isTextual() ? i.asText() : i.path("code").asText()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("enterprise " + document.id() + " is no JSON", e);
    }
    return codes;
  }
}
