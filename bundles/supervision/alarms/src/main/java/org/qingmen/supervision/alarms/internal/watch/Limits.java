package org.qingmen.supervision.alarms.internal.watch;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.qingmen.engine.Judge;
import org.qingmen.engine.PackException;
import org.qingmen.spi.facts.Parameters;
import org.qingmen.spi.pack.PackDescriptor;

/** The alarm packs' limits as they hold today, by division; asked anew for every round. */
final class Limits {

  private final Judge judge;
  private final LocalDate day;
  private final Map<String, Optional<Parameters>> byDivision = new HashMap<>();

  Limits(Judge judge, LocalDate day) {
    this.judge = judge;
    this.day = day;
  }

  /** A limit; empty when no pack says it, and then there is nothing to watch. */
  OptionalDouble number(String division, String name) {
    Optional<Parameters> parameters = byDivision.computeIfAbsent(division, this::ask);
    return parameters.isPresent() && parameters.get().holds(name)
        ? OptionalDouble.of(parameters.get().number(name))
        : OptionalDouble.empty();
  }

  private Optional<Parameters> ask(String division) {
    try {
      return Optional.of(judge.parameters(PackDescriptor.Kind.ALARM, division, day));
    } catch (PackException e) {
      return Optional.empty();
    }
  }
}
