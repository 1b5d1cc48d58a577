package org.qingmen.store;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.qingmen.store.testing.PassageEntry;

/** A random record, and what the handbook says of it; shares no code with the product. */
record CountedRecord(
    String serial,
    String enterprise,
    String division,
    LocalDateTime time,
    boolean in,
    String plate,
    String colour,
    String type,
    String fuel,
    String stage,
    String usage,
    String verdict,
    int kilograms) {

  private static final List<String> ENTERPRISES = List.of("E1", "E2", "E3", "E4", "E5");
  private static final List<String> DIVISIONS =
      List.of("130203", "130205", "130102", "140101", "130203");
  private static final Set<String> NEW_ENERGY = Set.of("electric", "plug-in-hybrid", "fuel-cell");

  static CountedRecord random(Random random, int number) {
    int enterprise = random.nextInt(ENTERPRISES.size());
    int car = random.nextInt(60);
    return new CountedRecord(
        "R" + number,
        ENTERPRISES.get(enterprise),
        DIVISIONS.get(enterprise),
        LocalDateTime.of(2025, 8, 20, 0, 0).plusSeconds(random.nextInt(470 * 86_400)),
        random.nextInt(10) < 6,
        "冀B%05d".formatted(car),
        one(random, "yellow", "blue", "green", "yellow-green"),
        one(random, "H11", "Q11", "Q12", "Z51", "Z31", "H21", "K33", "M11", null),
        one(random, "diesel", "natural-gas", "electric", "plug-in-hybrid", "hybrid", "unknown"),
        one(random, "3", "4", "5", "6", "D", "X"),
        one(random, "freight", "maintenance", "special", "dangerous-goods", "passenger", "other"),
        one(random, "allow", "allow", "warn", "deny"),
        random.nextInt(60_000));
  }

  private static String one(Random random, String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  PassageEntry entry() {
    PassageEntry entry = in ? PassageEntry.in(serial, text()) : PassageEntry.out(serial, text());
    return entry
        .enterprise(enterprise, division)
        .plate(plate, colour)
        .vehicle(stage, fuel, usage)
        .type(type)
        .verdict(verdict)
        .cargo("煤", kilograms / 1000.0);
  }

  private String text() {
    return time.toString().length() == 16 ? time + ":00" : time.toString();
  }

  boolean heavy() {
    return type != null && (type.matches("H1.") || type.matches("Q1.") || type.matches("Z5."));
  }

  boolean newEnergy() {
    boolean byPlate = colour.equals("green") || colour.equals("yellow-green");
    boolean plateDecides = fuel.equals("hybrid") || fuel.equals("unknown");
    return plateDecides ? byPlate : NEW_ENERGY.contains(fuel);
  }

  /** Whether it is the same vehicle entering the same enterprise in the seven days before. */
  boolean covers(CountedRecord exit) {
    return in
        && plate.equals(exit.plate)
        && colour.equals(exit.colour)
        && enterprise.equals(exit.enterprise)
        && !time.isAfter(exit.time)
        && !time.isBefore(exit.time.minusDays(7));
  }

  boolean trip(List<CountedRecord> all) {
    return in || all.stream().noneMatch(other -> other.covers(this));
  }
}
