package org.qingmen.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ChinaTimeTest {

  private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

  @Test
  void aDayBeginsEightHoursBeforeThatOfGreenwich() {
    assertThat(ChinaTime.startOf(DAY)).isEqualTo(Instant.parse("2026-09-30T16:00:00Z"));
    assertThat(ChinaTime.endOf(DAY)).isEqualTo(Instant.parse("2026-10-01T16:00:00Z"));
  }

  @Test
  void theLastInstantOfADayBelongsToItAndTheNextOneDoesNot() {
    assertThat(ChinaTime.day(ChinaTime.startOf(DAY))).isEqualTo(DAY);
    assertThat(ChinaTime.day(ChinaTime.endOf(DAY).minusMillis(1))).isEqualTo(DAY);
    assertThat(ChinaTime.day(ChinaTime.endOf(DAY))).isEqualTo(DAY.plusDays(1));
  }

  @Test
  void aTextSaysSecondsAndOffset() {
    assertThat(ChinaTime.text(Instant.parse("2026-10-01T00:00:00Z")))
        .isEqualTo("2026-10-01T08:00:00+08:00");
  }
}
