package org.qingmen.store.internal.read;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.qingmen.store.PassageFilter;
import org.qingmen.store.internal.project.Codes;

/** What a {@link PassageFilter} means in SQL. */
final class FilterConditions {

  /** So many leading characters leave few vehicles: a province, a letter and three more. */
  private static final int SELECTIVE = 5;

  private static final int GRAMS_PER_TONNE = 1_000_000;

  private final PassageFilter filter;
  private final Set<String> ofIndustry;

  FilterConditions(PassageFilter filter, Industries industries) {
    this.filter = filter;
    this.ofIndustry =
        filter.industry() == null
            ? null
            : industries.all().entrySet().stream()
                .filter(entry -> entry.getValue().contains(filter.industry()))
                .map(java.util.Map.Entry::getKey)
                .collect(Collectors.toSet());
  }

  /** Whether an enterprise lies in the industry asked for, if one is. */
  boolean ofIndustry(String enterprise) {
    return ofIndustry == null || ofIndustry.contains(enterprise);
  }

  /** Whether the plate or VIN restricts so much that it is the index to read along. */
  boolean fewVehicles() {
    return selective(filter.platePattern()) || selective(filter.vinPattern());
  }

  private static boolean selective(String pattern) {
    int star = pattern == null ? -1 : (pattern + "*").indexOf('*');
    return star >= SELECTIVE;
  }

  void add(Where where) {
    like(where, "p.plate", filter.platePattern());
    like(where, "p.vin", filter.vinPattern());
    number(where, "p.colour = ?", Codes.COLOUR, filter.colour());
    number(where, "p.fuel = ?", Codes.FUEL, filter.fuel());
    number(where, "p.usage_code = ?", Codes.USAGE, filter.usage());
    if (filter.barriers() != null) {
      where.in(
          "p.barrier", filter.barriers().isEmpty() ? List.of("") : List.copyOf(filter.barriers()));
    }
    term(where, "p.type_term", filter.vehicleType(), "", "%");
    term(where, "p.cargo_term", filter.cargo(), "%", "%");
    where
        .and("p.grams >= ?", grams(filter.tonnesFrom()))
        .and("p.grams <= ?", grams(filter.tonnesTo()))
        .and("p.nev = ?", flag(filter.newEnergy()))
        .and("p.off_line = ?", flag(filter.offline()))
        .and("p.trip = ?", flag(filter.trip()))
        .and(
            "p.received >= ?",
            filter.receivedFrom() == null ? null : filter.receivedFrom().toEpochMilli())
        .and(
            "p.received < ?",
            filter.receivedTo() == null ? null : filter.receivedTo().toEpochMilli());
  }

  private static void like(Where where, String column, String pattern) {
    where.and(
        column + " LIKE ? ESCAPE '!'", pattern == null ? null : escaped(pattern).replace('*', '%'));
  }

  private static void term(Where where, String column, String text, String before, String after) {
    where.and(
        column + " IN (SELECT id FROM term WHERE name LIKE ? ESCAPE '!')",
        text == null ? null : before + escaped(text) + after);
  }

  /** What LIKE would take for a wildcard stands for itself. */
  private static String escaped(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  private static void number(Where where, String condition, Codes table, String code) {
    where.and(condition, code == null ? null : Integer.valueOf(table.number(code)));
  }

  private static Integer flag(Boolean value) {
    return value == null ? null : Integer.valueOf(value ? 1 : 0);
  }

  private static Long grams(Double tonnes) {
    return tonnes == null ? null : Long.valueOf(Math.round(tonnes * GRAMS_PER_TONNE));
  }
}
