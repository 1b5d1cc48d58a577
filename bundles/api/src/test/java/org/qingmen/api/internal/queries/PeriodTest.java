package org.qingmen.api.internal.queries;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Records of 2099 do not stay on top of the lists, and are found by whoever looks for them. */
class PeriodTest {

  /** Half past eleven in the evening at the gates. */
  private static final Instant NOW = Instant.parse("2026-10-01T15:30:00Z");

  private static final Instant TOMORROW = Instant.parse("2026-10-01T16:00:00Z");

  private static Period of(String... given) {
    MultivaluedHashMap<String, String> query = new MultivaluedHashMap<>();
    for (int i = 0; i < given.length; i += 2) {
      query.putSingle(given[i], given[i + 1]);
    }
    return Period.of(new Parameters(query, PassageQuestions.NAMES), NOW);
  }

  @Test
  void aListEndsWithTodayWhenNothingElseIsAsked() {
    assertThat(of()).isEqualTo(new Period(null, TOMORROW));
    assertThat(of("from", "2026-09-01").to()).isEqualTo(TOMORROW);
    assertThat(of("plate", "冀B12345").to()).isEqualTo(TOMORROW);
  }

  @Test
  void whatIsDatedAfterTodayIsShownApart() {
    assertThat(of("future", "true")).isEqualTo(new Period(TOMORROW, null));
    assertThat(of("future", "true", "from", "2026-09-01").from()).isEqualTo(TOMORROW);
  }

  @Test
  void whoAsksForMoreIsToldMore() {
    assertThat(of("finding", "clock-skew")).isEqualTo(new Period(null, null));
    assertThat(of("from", "2099-01-01").to()).isNull();
    assertThat(of("to", "2099-01-01").to()).isEqualTo(Instant.parse("2099-01-01T16:00:00Z"));
  }
}
