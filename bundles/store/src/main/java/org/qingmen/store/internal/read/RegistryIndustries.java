package org.qingmen.store.internal.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.qingmen.store.Document;
import org.qingmen.store.Registry;
import org.qingmen.store.internal.registry.EnterpriseIndustries;

/** Industry codes of every registered enterprise. */
final class RegistryIndustries {

  private RegistryIndustries() {}

  static Map<String, List<String>> of(Registry registry) {
    Map<String, List<String>> industries = new HashMap<>();
    try (Stream<Document> all = registry.all("enterprise")) {
      all.forEach(
          document -> industries.put(document.id(), EnterpriseIndustries.codes(document.body())));
    }
    industries.values().removeIf(List::isEmpty);
    return industries;
  }
}
