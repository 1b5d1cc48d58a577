package org.qingmen.api.internal.queries;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.qingmen.api.internal.door.Query;
import org.qingmen.store.Period;
import org.qingmen.store.Period.Comparison;

/**
 * What statistics somebody asks for, within what they may see.
 *
 * @param metric what is counted
 * @param groups group keys as they stand in the address, in its order
 * @param period days counted
 * @param comparison what the period is held against, null for nothing
 * @param divisionPrefix leading digits of the divisions, null or empty for all
 * @param enterprise the only enterprise, null for all
 */
record StatisticsQuestion(
    Metric metric,
    List<String> groups,
    Period period,
    Comparison comparison,
    String divisionPrefix,
    String enterprise) {

  /** Parameters of the address. */
  static final Set<String> NAMES =
      Set.of("metric", "group", "from", "to", "compare", "enterprise", "division");

  /** What is counted. */
  enum Metric {
    TRIPS,
    CLEAN_SHARE,
    GATES;

    static Metric of(String text) {
      return find(Metric.values(), Metric::code, "metric", text == null ? "trips" : text);
    }

    String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  StatisticsQuestion {
    groups = List.copyOf(groups);
  }

  static Comparison comparison(String text) {
    return text == null ? null : find(Comparison.values(), Comparison::code, "compare", text);
  }

  /** The group keys of a comma-separated list, each once. */
  static List<String> groups(String text) {
    List<String> groups = new ArrayList<>();
    if (text != null) {
      for (String code : text.split(",")) {
        if (!groups.contains(code.strip())) {
          groups.add(code.strip());
        }
      }
    }
    return groups;
  }

  /** The groups that a kind of statistics knows; one that it does not is refused by name. */
  <G> List<G> groups(G[] known, Function<G, String> code) {
    return groups.stream().map(text -> find(known, code, "group", text)).toList();
  }

  private static <E> E find(E[] values, Function<E, String> code, String name, String text) {
    return Arrays.stream(values)
        .filter(value -> code.apply(value).equals(text))
        .findFirst()
        .orElseThrow(() -> Query.bad(name, text));
  }
}
