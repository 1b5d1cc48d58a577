package org.qingmen.supervision.ledgers.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.qingmen.store.Document;
import org.qingmen.store.EnterpriseDays;
import org.qingmen.store.EnterpriseDays.DayMass;
import org.qingmen.store.Registry;
import org.qingmen.supervision.ledgers.ContractUse;
import org.qingmen.supervision.ledgers.ContractUse.Contract;

/** Holds what came in against the contracts on file (registry kind {@code contract}). */
final class Contracts {

  /** Begin of a contract that names none. */
  private static final LocalDate OPEN = LocalDate.of(2000, 1, 1);

  private final EnterpriseDays days;
  private final Registry registry;

  Contracts(EnterpriseDays days, Registry registry) {
    this.days = days;
    this.registry = registry;
  }

  List<ContractUse> of(String enterprise, LocalDate from, LocalDate to) {
    Map<String, List<Contract>> contracts = new HashMap<>();
    LocalDate first = from;
    for (JsonNode body : onFile(enterprise)) {
      Contract contract = read(body);
      boolean touches =
          !contract.from().isAfter(to) && (contract.to() == null || !contract.to().isBefore(from));
      if (touches) {
        contracts
            .computeIfAbsent(body.path("material").asText(), m -> new ArrayList<>())
            .add(contract);
        first = contract.from().isBefore(first) ? contract.from() : first;
      }
    }
    Map<String, TreeMap<LocalDate, Double>> received = received(enterprise, first, to);
    List<ContractUse> uses = new ArrayList<>();
    new TreeMap<>(received)
        .forEach(
            (material, daily) -> {
              if (!daily.tailMap(from, true).isEmpty()) {
                uses.add(use(material, daily, contracts.getOrDefault(material, List.of()), from));
              }
            });
    return uses;
  }

  private static ContractUse use(
      String material, TreeMap<LocalDate, Double> daily, List<Contract> contracts, LocalDate from) {
    LocalDate uncovered =
        daily.tailMap(from, true).keySet().stream()
            .filter(day -> contracts.stream().noneMatch(contract -> contract.holds(day)))
            .findFirst()
            .orElse(null);
    List<Contract> counted = new ArrayList<>();
    for (Contract c : contracts) {
      LocalDate end = c.to() == null ? daily.lastKey() : c.to();
      double sum = end.isBefore(c.from()) ? 0 : sum(daily.subMap(c.from(), true, end, true));
      counted.add(new Contract(c.id(), c.party(), c.quantity(), c.from(), c.to(), sum));
    }
    return new ContractUse(material, sum(daily.tailMap(from, true)), uncovered, counted);
  }

  private static double sum(Map<LocalDate, Double> daily) {
    return daily.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private Map<String, TreeMap<LocalDate, Double>> received(
      String enterprise, LocalDate from, LocalDate to) {
    Map<String, TreeMap<LocalDate, Double>> received = new HashMap<>();
    for (DayMass mass : days.masses(enterprise, from, to)) {
      if ("in".equals(mass.direction()) && mass.goods() != null) {
        received
            .computeIfAbsent(mass.goods(), m -> new TreeMap<>())
            .merge(mass.day(), mass.tonnes(), Double::sum);
      }
    }
    return received;
  }

  private List<JsonNode> onFile(String enterprise) {
    List<JsonNode> bodies = new ArrayList<>();
    for (Document document : Papers.of(registry, "contract", enterprise)) {
      JsonNode body = LedgerJson.read(document.body());
      if ("purchase".equals(body.path("kind").asText("purchase"))) {
        bodies.add(((ObjectNode) body).put("id", document.id()));
      }
    }
    return bodies;
  }

  private static Contract read(JsonNode body) {
    return new Contract(
        body.path("id").asText(),
        LedgerJson.text(body, "party"),
        quantity(body),
        body.hasNonNull("from") ? LocalDate.parse(body.get("from").asText()) : OPEN,
        body.hasNonNull("to") ? LocalDate.parse(body.get("to").asText()) : null,
        0);
  }

  /** The agreed quantity in tonnes; pieces and cubic metres cannot be held against a mass. */
  private static Double quantity(JsonNode body) {
    boolean mass = Set.of("t", "吨", "kg").contains(body.path("unit").asText("t"));
    return mass ? LedgerJson.tonnes(body, "quantity") : null;
  }
}
