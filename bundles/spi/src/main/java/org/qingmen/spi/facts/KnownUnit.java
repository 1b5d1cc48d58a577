package org.qingmen.spi.facts;

import java.util.List;

/**
 * A registered in-plant vehicle or machine (非道路移动机械) that a record names as its unit.
 *
 * @param code what the record names it by
 * @param kind {@code in-plant-vehicle} or {@code machine}
 * @param codes everything it is known by: number, registration code, machine code
 * @param stage registered emission stage code, null when not registered
 * @param fuel registered fuel code, may be null
 */
public record KnownUnit(
    String code, String kind, List<String> codes, String stage, String fuel) {

  public KnownUnit {
    codes = List.copyOf(codes);
  }

  /** What the record names it by. */
  public String getCode() {
    return code;
  }

  /** Whether it is a non-road machine. */
  public boolean isMachine() {
    return "machine".equals(kind);
  }

  /** Registered emission stage code, may be null. */
  public String getStage() {
    return stage;
  }

  /** Registered stage for comparisons: -1 unknown, 0 to 6, 9 electric. */
  public int getStageRank() {
    return Stages.rank(stage);
  }

  /** Registered fuel code, may be null. */
  public String getFuel() {
    return fuel;
  }
}
