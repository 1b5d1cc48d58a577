package org.qingmen.engine.internal.compile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.qingmen.engine.internal.pack.Lineage;
import org.qingmen.engine.internal.pack.RulePack;
import org.qingmen.spi.pack.Parameter;

/**
 * Parameters of a pack together with those of its bases; a name that a closer layer gives hides the
 * wider one's. Plain parameters and requirements of a day are looked up once and kept.
 */
public final class ParameterSet {

  private static final int DAYS_KEPT = 512;

  private final List<Parameter> all;
  private final Map<LocalDate, Day> days = new ConcurrentHashMap<>();

  ParameterSet(Lineage lineage) {
    List<Parameter> merged = new ArrayList<>();
    for (RulePack layer : lineage.layers()) {
      Set<String> own = new HashSet<>();
      layer.parameters().forEach(parameter -> own.add(parameter.name()));
      merged.removeIf(parameter -> own.contains(parameter.name()));
      merged.addAll(layer.parameters());
    }
    List<String> grades = lineage.pack().descriptor().grades();
    merged.removeIf(parameter -> !concerns(grades, parameter));
    this.all = List.copyOf(merged);
  }

  /** A base may hold thresholds of more grades than a pack that extends it knows. */
  private static boolean concerns(List<String> grades, Parameter parameter) {
    return parameter.grade() == null || grades.isEmpty() || grades.contains(parameter.grade());
  }

  /** Exactly these. */
  ParameterSet(List<Parameter> all) {
    this.all = List.copyOf(all);
  }

  /** All of them. */
  public List<Parameter> all() {
    return all;
  }

  /** Those that hold on a day. */
  public Day on(LocalDate day) {
    if (days.size() > DAYS_KEPT) {
      days.clear();
    }
    return days.computeIfAbsent(day, this::day);
  }

  private Day day(LocalDate day) {
    TreeMap<String, Parameter> plain = new TreeMap<>();
    List<Parameter> requirements = new ArrayList<>();
    for (Parameter parameter : all) {
      if (parameter.holds(day)) {
        if (parameter.grade() == null) {
          plain.put(parameter.name(), parameter);
        } else {
          requirements.add(parameter);
        }
      }
    }
    return new Day(Collections.unmodifiableNavigableMap(plain), List.copyOf(requirements));
  }

  /**
   * What holds on one day.
   *
   * @param plain plain parameters by name
   * @param requirements thresholds of grades, in the order of the file
   */
  public record Day(
      java.util.NavigableMap<String, Parameter> plain, List<Parameter> requirements) {}
}
