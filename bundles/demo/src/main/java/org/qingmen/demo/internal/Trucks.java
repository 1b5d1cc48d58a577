package org.qingmen.demo.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** The trucks that serve one enterprise. */
final class Trucks {

  private static final double PASSENGER_SHARE = 0.06;
  private static final double DANGEROUS_SHARE = 0.02;
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";

  /** Model years of VINs (GB 16735) from 2010 on. */
  private static final String YEARS = "ABCDEFGHJKLMNPRSTVWXY";

  private static final int FIRST_YEAR = 2010;

  private final Province province;
  private final int works;
  private final Random random;

  /**
   * @param works number of the enterprise; its trucks carry numbers of their own
   */
  Trucks(Province province, int works) {
    this.province = province;
    this.works = works;
    this.random = new Random(province.seed() * 31 + works);
  }

  /** Makes them; the same every time. */
  List<Truck> make() {
    Province.Works place = province.works().get(works);
    int size = place.visits() * 3 / 4 + 8;
    List<Truck> trucks = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      String stage = pick(place.stages());
      boolean passenger = random.nextDouble() < PASSENGER_SHARE;
      trucks.add(dated(passenger ? passenger(i) : truck(i, stage, place)));
    }
    return trucks;
  }

  /** The same truck with the model year of its registration in the VIN. */
  private static Truck dated(Truck truck) {
    char year = YEARS.charAt(truck.registered().getYear() - FIRST_YEAR);
    String vin = truck.vin();
    return truck.withVin(CheckDigits.vin(vin.substring(0, 8) + "0" + year + vin.substring(10)));
  }

  private Truck truck(int number, String stage, Province.Works place) {
    boolean electric = stage.equals("D");
    boolean gas = !electric && (stage.equals("5") || stage.equals("6")) && chance(place.gas());
    boolean tractor = random.nextInt(10) < 7;
    boolean tanker = tractor && chance(place.tankers() / 2);
    String plate = electric ? newEnergyPlate(number) : plate(number);
    String usage = chance(DANGEROUS_SHARE) ? "dangerous-goods" : "freight";
    return new Truck(
        plate,
        electric ? "yellow-green" : "yellow",
        vin(number, electric ? "LDE" : "LDM"),
        (electric ? "TZ" : gas ? "YCK" : "WP") + (100_000 + random.nextInt(900_000)),
        registered(stage, gas),
        tractor ? "Q11" : "H11",
        electric ? "electric" : gas ? "natural-gas" : "diesel",
        stage,
        (tractor ? "DM4250" : "DM3310") + (electric ? "EV" : "P" + stage),
        pick(province.fleets()),
        usage,
        tractor ? 33 : 18,
        tanker);
  }

  private Truck passenger(int number) {
    return new Truck(
        plate(number),
        "blue",
        vin(number, "LDP"),
        "GW4C" + (10_000 + random.nextInt(90_000)),
        LocalDate.of(2023, 8, 1).plusDays(random.nextInt(700)),
        "K33",
        "gasoline",
        "6",
        "DM6480",
        pick(province.fleets()),
        "passenger",
        0,
        false);
  }

  /** A date at which the stage was sold. */
  private LocalDate registered(String stage, boolean gas) {
    LocalDate first =
        switch (stage) {
          case "3" -> LocalDate.of(2011, 1, 1);
          case "4" -> LocalDate.of(2015, 2, 1);
          case "5" -> gas ? LocalDate.of(2016, 3, 1) : LocalDate.of(2017, 8, 1);
          case "6" -> LocalDate.of(2021, 8, 1);
          default -> LocalDate.of(2022, 5, 1);
        };
    int days =
        switch (stage) {
          case "3" -> 1300;
          case "4" -> 800;
          case "5" -> gas ? 1100 : 1300;
          default -> 1200;
        };
    return first.plusDays(random.nextInt(days));
  }

  private String vin(int number, String maker) {
    char year = "BCDEFGHJKLMNPRST".charAt(random.nextInt(16));
    return CheckDigits.vin(
        "%sT4BX%d0%c%c%02d%04d"
            .formatted(
                maker, random.nextInt(10), year, LETTERS.charAt(random.nextInt(8)), works, number));
  }

  private String plate(int number) {
    String start = province.plates().get(works % province.plates().size());
    return start + LETTERS.charAt(works % 20) + "%04d".formatted(number * 7 + 1000);
  }

  private String newEnergyPlate(int number) {
    String start = province.plates().get(works % province.plates().size());
    return start + "%02d%03d".formatted(works + 10, number) + "D";
  }

  private String pick(Map<String, Integer> weights) {
    Map<String, Integer> sorted = new TreeMap<>(weights);
    int left = random.nextInt(sorted.values().stream().mapToInt(Integer::intValue).sum());
    for (Map.Entry<String, Integer> entry : sorted.entrySet()) {
      left -= entry.getValue();
      if (left < 0) {
        return entry.getKey();
      }
    }
    throw new IllegalStateException("weights add up");
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private boolean chance(double share) {
    return random.nextDouble() < share;
  }
}
