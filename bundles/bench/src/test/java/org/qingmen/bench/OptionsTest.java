package org.qingmen.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OptionsTest {

  @Test
  void withoutArgumentsEverythingRunsShortly() {
    assertThat(parse()).isEqualTo(new Options("all", 30, false, 100_000, true, 1_000));
  }

  @Test
  void optionsFollowTheName() {
    assertThat(parse("intake", "--seconds", "5", "--long", "--no-peer"))
        .isEqualTo(new Options("intake", 5, true, 100_000, false, 1_000));
    assertThat(parse("seed", "--records", "1000000").records()).isEqualTo(1_000_000);
    assertThat(parse("impact", "--load", "500").load()).isEqualTo(500);
  }

  @Test
  void whatIsNotUnderstoodIsNamed() {
    assertThatThrownBy(() -> parse("intake", "--fast")).hasMessage("--fast");
    assertThatThrownBy(() -> parse("intake", "--seconds")).hasMessage("--seconds null");
    assertThatThrownBy(() -> parse("seed", "--records", "-1")).hasMessage("--records -1");
  }

  private static Options parse(String... arguments) {
    return Options.parse(arguments);
  }
}
