package org.qingmen.demo.internal;

import java.util.List;
import java.util.Random;

/** A few visits in a thousand are suspicious, each in its own way. */
final class Oddities {

  private static final int ONE_IN = 250;

  private final List<Truck> trucks;

  /**
   * How a visit is reported.
   *
   * @param atEntry what the gate says of the truck as it enters
   * @param atExit and as it leaves
   * @param entrySeen whether the entry was reported at all
   * @param overload load as a multiple of an ordinary one
   */
  record Visit(Truck atEntry, Truck atExit, boolean entrySeen, double overload) {}

  Oddities(List<Truck> trucks) {
    this.trucks = trucks;
  }

  Visit of(Truck truck, Random random) {
    Visit plain = new Visit(truck, truck, true, 1);
    if (random.nextInt(ONE_IN) > 0 || truck.passenger()) {
      return plain;
    }
    return switch (random.nextInt(6)) {
      case 0 -> both(truck.withVin(CheckDigits.spoilt(truck.vin())));
      case 1 -> both(truck.withVin(trucks.get(random.nextInt(trucks.size())).vin()));
      case 2 -> new Visit(truck, truck, false, 1);
      case 3 -> new Visit(truck, truck, true, 1.35);
      case 4 -> understated(truck, plain);
      default -> both(truck.withPlate(truck.plate(), "blue"));
    };
  }

  /** Claims a stage older than its date of registration allows, where such trucks come at all. */
  private Visit understated(Truck truck, Visit plain) {
    boolean oldTrucksCome = trucks.stream().anyMatch(t -> t.stage().equals("4"));
    return oldTrucksCome && truck.stage().equals("6") ? both(truck.withStage("4")) : plain;
  }

  private static Visit both(Truck truck) {
    return new Visit(truck, truck, true, 1);
  }
}
