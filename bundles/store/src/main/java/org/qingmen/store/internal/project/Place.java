package org.qingmen.store.internal.project;

import java.util.Comparator;

/**
 * What traffic is summed under when nobody asks for single enterprises.
 *
 * @param digits {@link #PROVINCE} or {@link #DIVISION}
 * @param area the division's leading digits, or all of it
 * @param industry code of an industry, {@link #NO_INDUSTRY}, or {@link #ALL}
 */
public record Place(int digits, String area, String industry) {

  /** The two digits of a province. */
  public static final int PROVINCE = 2;

  /** A division as it is registered. */
  public static final int DIVISION = 6;

  /** All industries together. */
  public static final String ALL = "";

  /** Stands for the industries of an enterprise that has none. */
  public static final String NO_INDUSTRY = "none";

  static final Comparator<Place> ORDER =
      Comparator.comparingInt(Place::digits)
          .thenComparing(Place::area)
          .thenComparing(Place::industry);

  /** The province of a division. */
  public static String province(String division) {
    return division.length() <= PROVINCE ? division : division.substring(0, PROVINCE);
  }
}
