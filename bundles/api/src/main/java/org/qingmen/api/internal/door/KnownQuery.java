package org.qingmen.api.internal.door;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.qingmen.spi.refusal.Refusal.Fault;
import org.qingmen.spi.refusal.Refusal.Kind;

/**
 * Refuses query parameters that the document does not name: a misspelt restriction that was left
 * out in silence would answer far more than was asked for.
 */
final class KnownQuery {

  private KnownQuery() {}

  static void require(OpenApi.Operation operation, UriInfo asked) {
    List<String> unknown =
        asked.getQueryParameters().keySet().stream()
            .filter(name -> !operation.query().contains(name))
            .sorted()
            .toList();
    if (unknown.isEmpty()) {
      return;
    }
    String known = operation.query().isEmpty() ? "-" : String.join(", ", operation.query());
    List<Fault> faults =
        unknown.stream()
            .map(
                name ->
                    new Fault(
                        "unknown-query",
                        "?" + name,
                        Problems.text("unknown-query.fix", name, known)))
            .toList();
    throw Problems.refusal(Kind.INVALID, "unknown-query", String.join(", ", unknown), known)
        .withFaults(faults);
  }
}
