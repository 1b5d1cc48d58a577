package org.qingmen.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingmen.store.Period.Comparison;

class PeriodTest {

  @ParameterizedTest
  @CsvSource({
    "2026-10-01, 2026-10-31, 2026-09-01, 2026-09-30, 2025-10-01, 2025-10-31",
    "2026-10-01, 2026-12-31, 2026-07-01, 2026-09-30, 2025-10-01, 2025-12-31",
    "2026-10-05, 2026-10-11, 2026-09-28, 2026-10-04, 2025-10-05, 2025-10-11",
    "2025-02-01, 2025-02-28, 2025-01-01, 2025-01-31, 2024-02-01, 2024-02-29",
    "2024-02-29, 2024-02-29, 2024-02-28, 2024-02-28, 2023-02-28, 2023-02-28",
    "2026-01-01, 2026-12-31, 2025-01-01, 2025-12-31, 2025-01-01, 2025-12-31"
  })
  void aPeriodIsHeldAgainstTheOneBeforeAndTheYearBefore(
      LocalDate from,
      LocalDate to,
      LocalDate previousFrom,
      LocalDate previousTo,
      LocalDate yearFrom,
      LocalDate yearTo) {
    Period period = new Period(from, to);
    assertThat(period.before(Comparison.PREVIOUS)).isEqualTo(new Period(previousFrom, previousTo));
    assertThat(period.before(Comparison.YEAR)).isEqualTo(new Period(yearFrom, yearTo));
  }

  @Test
  void daysAndMonthsHaveTheirCounterparts() {
    Period october = new Period(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));
    assertThat(october.counterpart(LocalDate.of(2026, 9, 12), Comparison.PREVIOUS))
        .isEqualTo("2026-10-12");
    assertThat(october.counterpart(LocalDate.of(2025, 10, 31), Comparison.YEAR))
        .isEqualTo("2026-10-31");
    assertThat(october.counterpart(YearMonth.of(2026, 9), Comparison.PREVIOUS))
        .isEqualTo(YearMonth.of(2026, 10));
  }
}
