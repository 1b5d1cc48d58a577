package org.qingmen.spi.facts;

/**
 * Inserted by a rule to leave a group out of an indicator; the base rules skip excluded groups.
 *
 * @param group the group left out
 * @param area {@code road}, {@code mass}, {@code in-plant} or {@code nrmm}
 */
public record Exclusion(Object group, String area) {

  /** The group left out. */
  public Object getGroup() {
    return group;
  }

  /** Area it is left out of. */
  public String getArea() {
    return area;
  }
}
