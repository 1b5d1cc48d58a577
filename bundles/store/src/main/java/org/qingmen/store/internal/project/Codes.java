package org.qingmen.store.internal.project;

import java.util.Arrays;
import java.util.List;
import org.qingmen.model.Coded;
import org.qingmen.model.Direction;
import org.qingmen.model.Fuel;
import org.qingmen.model.PlateColour;
import org.qingmen.model.TransportMode;
import org.qingmen.model.Usage;
import org.qingmen.model.Verdict;

/**
 * Small numbers stored instead of codes. A number's meaning never changes: new codes are added at
 * the end, whatever order the enums have.
 */
public enum Codes {
  DIRECTION(Direction.class, "in", "out"),
  COLOUR(
      PlateColour.class,
      "blue",
      "yellow",
      "white",
      "black",
      "green",
      "yellow-green",
      "other",
      "unknown"),
  FUEL(
      Fuel.class,
      "gasoline",
      "diesel",
      "electric",
      "natural-gas",
      "lpg",
      "methanol",
      "ethanol",
      "hybrid",
      "plug-in-hybrid",
      "fuel-cell",
      "hydrogen",
      "biofuel",
      "none",
      "other",
      "unknown"),
  USAGE(Usage.class, "freight", "maintenance", "special", "dangerous-goods", "passenger", "other"),
  VERDICT(Verdict.class, "allow", "warn", "deny"),
  MODE(TransportMode.class, "rail", "water", "pipeline", "tube-conveyor", "belt-gallery"),
  LEDGER(null, "dedicated-line", "weigh-ticket", "materials");

  private final Class<? extends Coded> type;
  private final List<String> codes;

  Codes(Class<? extends Coded> type, String... codes) {
    this.type = type;
    this.codes = List.of(codes);
  }

  /** The number of a code, -1 when the table has none. */
  public int number(String code) {
    return codes.indexOf(code);
  }

  /** The number of a value of the table's enum. */
  public int number(Coded value) {
    int number = codes.indexOf(value.code());
    if (number < 0) {
      throw new IllegalStateException(this + " has no number for " + value.code());
    }
    return number;
  }

  /** The code of a stored number. */
  public String code(int number) {
    return codes.get(number);
  }

  /** Codes of the model that have no number yet; a passage carrying one could not be stored. */
  public List<String> missing() {
    return type == null
        ? List.of()
        : Arrays.stream(type.getEnumConstants())
            .map(Coded::code)
            .filter(code -> !codes.contains(code))
            .toList();
  }
}
