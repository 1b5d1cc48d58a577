package org.qingmen.store.internal.read;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.qingmen.store.StatisticsQuery;
import org.qingmen.store.StatisticsQuery.Group;
import org.qingmen.store.internal.project.Home;
import org.qingmen.store.internal.project.Place;

/**
 * The areas that answer a question together.
 *
 * @param digits which areas, see {@link Place}
 * @param areas provinces or divisions
 * @param industries industries, or the one value that stands for all
 */
record AreaScope(int digits, List<String> areas, List<String> industries) {

  /** For longer periods of divisions the months of their enterprises are fewer rows. */
  private static final int DAYS_OF_DIVISIONS = 93;

  /** Nothing when single enterprises are asked for, or one of them is not counted yet. */
  static Optional<AreaScope> of(StatisticsQuery query, Collection<EnterpriseEntry> enterprises) {
    boolean division = query.groups().contains(Group.DIVISION);
    boolean industry = query.groups().contains(Group.INDUSTRY);
    String prefix = query.divisionPrefix() == null ? "" : query.divisionPrefix();
    boolean provinces = !division && prefix.length() <= Place.PROVINCE;
    if (query.enterprise() != null
        || query.groups().contains(Group.ENTERPRISE)
        || (industry && !provinces)
        || !enterprises.stream().allMatch(EnterpriseEntry::settled)) {
      return Optional.empty();
    }
    List<Home> homes =
        enterprises.stream().map(EnterpriseEntry::home).filter(Objects::nonNull).toList();
    if (homes.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new AreaScope(
            provinces ? Place.PROVINCE : Place.DIVISION,
            homes.stream()
                .map(home -> provinces ? Place.province(home.division()) : home.division())
                .distinct()
                .toList(),
            industry
                ? homes.stream().flatMap(home -> home.industryCodes().stream()).distinct().toList()
                : List.of(Place.ALL)));
  }

  /** Whether it is small enough to be asked for this period day by day. */
  boolean answers(LocalDate from, LocalDate to) {
    return digits == Place.PROVINCE || ChronoUnit.DAYS.between(from, to) < DAYS_OF_DIVISIONS;
  }

  Where where() {
    return new Where().and("digits = ?", digits).in("area", areas).in("industry", industries);
  }
}
