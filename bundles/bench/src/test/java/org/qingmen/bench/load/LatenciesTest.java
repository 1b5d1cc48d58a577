package org.qingmen.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatenciesTest {

  @Test
  void sharesAreExact() {
    Latencies latencies = new Latencies();
    for (int i = 100_000; i >= 1; i--) {
      latencies.add(i * 1_000_000L);
    }

    assertThat(latencies.count()).isEqualTo(100_000);
    assertThat(latencies.millis(0.5)).isEqualTo(50_001);
    assertThat(latencies.millis(0.99)).isEqualTo(99_001);
    assertThat(latencies.millis(1)).isEqualTo(100_000);
    assertThat(latencies.meanMillis()).isEqualTo(50_000.5);
  }

  @Test
  void withoutAnyThereIsNothingToSay() {
    assertThat(new Latencies().millis(0.99)).isZero();
  }
}
