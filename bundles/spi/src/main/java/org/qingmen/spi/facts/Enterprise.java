package org.qingmen.spi.facts;

import java.util.List;

/**
 * The enterprise whose gate it is.
 *
 * @param id discharge-unit code
 * @param name name
 * @param division GB/T 2260 code
 * @param industries industry codes, such as {@code I15}
 * @param declaredGrade grade it declares, may be null
 * @param livelihood whether people's daily life depends on it (民生保障), such as heating or food
 */
public record Enterprise(
    String id,
    String name,
    String division,
    List<String> industries,
    String declaredGrade,
    boolean livelihood) {

  /** An enterprise on which daily life does not depend. */
  public Enterprise(
      String id, String name, String division, List<String> industries, String declaredGrade) {
    this(id, name, division, industries, declaredGrade, false);
  }

  public Enterprise {
    industries = List.copyOf(industries);
  }

  /** Discharge-unit code. */
  public String getId() {
    return id;
  }

  /** GB/T 2260 code. */
  public String getDivision() {
    return division;
  }

  /** City in which it lies: the first four digits of its division, which name the prefecture. */
  public String getCity() {
    return city(division);
  }

  static String city(String division) {
    return division == null || division.length() < 4 ? division : division.substring(0, 4);
  }

  /** Industry codes. */
  public List<String> getIndustries() {
    return industries;
  }

  /** Whether people's daily life depends on it. */
  public boolean isLivelihood() {
    return livelihood;
  }

  /** Grade it declares, may be null. */
  public String getDeclaredGrade() {
    return declaredGrade;
  }
}
