package org.qingmen.supervision.inspection.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.qingmen.store.GateHistory;
import org.qingmen.store.GateHistory.GateState;
import org.qingmen.store.Page;
import org.qingmen.store.PassageStore;

class ClockMeasureTest {

  private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

  @Test
  void theClockThatIsFarthestOffCountsWhetherFastOrSlow() {
    assertThat(clock(state("A01", 4_200L), state("A02", -75_500L), state("A03", null)))
        .isEqualTo(75.5);
    assertThat(clock(state("A01", null))).isNull();
  }

  private static Double clock(GateState... states) {
    GateHistory gates =
        (GateHistory)
            Proxy.newProxyInstance(
                GateHistory.class.getClassLoader(),
                new Class<?>[] {GateHistory.class},
                (proxy, called, arguments) ->
                    called.getName().equals("states") ? List.of(states) : List.of());
    PassageStore passages =
        World.fake(PassageStore.class, "list", a -> new Page<>(List.of(), null));
    return new Measures(gates, passages, null, null, null).of("E1", DAY, DAY).get("network.clock");
  }

  private static GateState state(String barrier, Long skewMillis) {
    return new GateState("E1", barrier, null, null, skewMillis, List.of());
  }
}
