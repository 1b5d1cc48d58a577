package org.qingmen.engine.internal.compare;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.qingmen.engine.internal.decide.Spoken.Asked;
import org.qingmen.spi.pack.Parameter;

/**
 * Stretches of days over which every parameter of some packs stays what it is: rules that read
 * nothing else of the day say the same on each of them. A parameter changes on its first day and on
 * the day after its last, and a pack that is asked as of a later day does so from that day on.
 */
final class Eras {

  private static final int MOST_KNOWN = 100_000;

  private final TreeSet<LocalDate> changes = new TreeSet<>();
  private final Map<String, String> names = new ConcurrentHashMap<>();

  Eras(Collection<Asked> packs) {
    for (Asked asked : packs) {
      changes.add(asked.day());
      for (Parameter parameter : asked.pack().parameters().all()) {
        changes.add(parameter.from());
        if (parameter.to() != null && parameter.to().isBefore(LocalDate.MAX)) {
          changes.add(parameter.to().plusDays(1));
        }
      }
    }
  }

  /** A name that all days of a stretch share; the day as {@code yyyy-MM-dd}. */
  String of(String day) {
    String known = names.get(day);
    if (known != null) {
      return known;
    }
    LocalDate began = changes.floor(LocalDate.parse(day));
    String name = began == null ? "-" : began.toString();
    if (names.size() < MOST_KNOWN) {
      names.put(day, name);
    }
    return name;
  }
}
