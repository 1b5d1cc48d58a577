package org.qingmen.store.internal.project;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Where an enterprise's traffic is counted.
 *
 * @param division null when it is not counted yet
 * @param industries as stored: codes in order, separated by commas; empty for none
 */
public record Home(String division, String industries) {

  /** Not counted anywhere. */
  static final Home NOWHERE = new Home(null, "");

  static Home of(String division, List<String> industries) {
    return new Home(division, String.join(",", industries.stream().distinct().sorted().toList()));
  }

  /** Codes of its industries, or the one that stands for none. */
  public List<String> industryCodes() {
    return industries.isEmpty() ? List.of(Place.NO_INDUSTRY) : List.of(industries.split(","));
  }

  /** Every place it is counted at. */
  Set<Place> places() {
    Set<Place> places = new LinkedHashSet<>();
    if (division == null) {
      return places;
    }
    places.add(new Place(Place.DIVISION, division, Place.ALL));
    String province = Place.province(division);
    places.add(new Place(Place.PROVINCE, province, Place.ALL));
    for (String industry : industryCodes()) {
      places.add(new Place(Place.PROVINCE, province, industry));
    }
    return places;
  }
}
