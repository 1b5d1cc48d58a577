package org.qingmen.it;

import java.util.LinkedHashSet;
import java.util.Set;

/** Reads {@code Export-Package} and the like: clauses by commas, but not by commas in quotes. */
final class ManifestClauses {

  private ManifestClauses() {}

  static Set<String> names(String header) {
    Set<String> names = new LinkedHashSet<>();
    for (String clause : header.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")) {
      for (String part : clause.split(";(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")) {
        if (!part.contains("=")) {
          names.add(part.trim());
        }
      }
    }
    return names;
  }
}
