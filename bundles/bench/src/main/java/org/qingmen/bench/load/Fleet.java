package org.qingmen.bench.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Enterprises and the vehicles that drive for them: made up, the same in every run. */
public final class Fleet {

  private static final String[] DIVISIONS = {"130202", "130203", "130205", "130283", "130481"};
  private static final String[] INDUSTRIES = {"I15", "I01"};
  private static final String[] GRADES = {"A", "B", "C", "D"};

  private final List<Site> sites = new ArrayList<>();
  private final List<Truck> trucks = new ArrayList<>();

  /** An enterprise. */
  public record Site(
      String id, String name, String division, String industry, String declaredGrade) {}

  /**
   * Makes a fleet.
   *
   * @param enterprises how many enterprises
   * @param vehicles how many vehicles over all of them
   */
  public Fleet(int enterprises, int vehicles) {
    Random random = new Random(20261001);
    for (int i = 0; i < enterprises; i++) {
      String division = DIVISIONS[i % DIVISIONS.length];
      sites.add(
          new Site(
              "91%s%09dK001P".formatted(division, 70_000_000 + i),
              "测试企业" + (i + 1),
              division,
              INDUSTRIES[i % INDUSTRIES.length],
              GRADES[i % GRADES.length]));
    }
    for (int i = 0; i < vehicles; i++) {
      trucks.add(Truck.random(random, i));
    }
  }

  /** Its enterprises. */
  public List<Site> sites() {
    return sites;
  }

  /** Its vehicles; number {@code n} drives for enterprise {@code n mod enterprises}. */
  public List<Truck> trucks() {
    return trucks;
  }
}
