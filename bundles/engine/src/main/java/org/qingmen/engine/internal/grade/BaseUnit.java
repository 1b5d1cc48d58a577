package org.qingmen.engine.internal.grade;

import java.util.Set;
import org.qingmen.spi.pack.Parameter;

/** In what the base of an indicator is counted. */
final class BaseUnit {

  private static final Set<String> UNITS = Set.of("trips", "tonnes", "units");

  private BaseUnit() {}

  /** As the parameter says, else by the first word of the indicator's code. */
  static String of(Parameter threshold) {
    if (threshold.unit() != null && UNITS.contains(threshold.unit())) {
      return threshold.unit();
    }
    String first = threshold.name().replaceFirst("\\..*", "");
    return switch (first) {
      case "road" -> "trips";
      case "clean" -> "tonnes";
      default -> "units";
    };
  }
}
