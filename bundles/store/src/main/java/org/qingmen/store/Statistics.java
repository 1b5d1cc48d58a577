package org.qingmen.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Counts, read from the rollups and never by scanning records. */
public interface Statistics {

  /** Counts by group, ordered by the group values. */
  List<StatisticsRow> query(StatisticsQuery query);

  /** The same beside an earlier period, ordered by the group values. */
  List<ComparedRow> compare(StatisticsQuery query, Period.Comparison comparison);

  /**
   * Mass by clean modes beside mass by road, ordered by the group values.
   *
   * @throws IllegalArgumentException when a group is of vehicles: a ledger knows none
   */
  List<CleanShareRow> cleanShares(StatisticsQuery query);

  /**
   * What a grade is computed from.
   *
   * @param from first day
   * @param to last day, included
   * @param asOf only records received until then; null for all, which is the fast way
   */
  GradingInputs gradingInputs(String enterprise, LocalDate from, LocalDate to, Instant asOf);
}
