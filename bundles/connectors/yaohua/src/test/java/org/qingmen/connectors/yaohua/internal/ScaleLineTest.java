package org.qingmen.connectors.yaohua.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qingmen.spi.device.Device;
import org.qingmen.spi.intake.TicketSink.Weighing;
import org.qingmen.spi.kit.TestClock;

class ScaleLineTest {

  private final TestClock clock = new TestClock();

  @Test
  void aValueIsTheWeightOnceItWasEqualForLongEnough() {
    List<Weighing> weighings = weigh(Map.of(), 0, 8000, 31000, 31010, 31000, 31010, 31000, 31000);
    assertThat(weighings).hasSize(1);
    Weighing weighing = weighings.get(0);
    assertThat(weighing.kilograms()).isEqualTo(31000);
    assertThat(weighing.unit()).isEqualTo("kg");
    assertThat(weighing.stableBy()).isEqualTo("derived");
    assertThat(weighing.barrier()).isEqualTo("A01");
    assertThat(weighing.raw()).isEqualTo(Frames.of(31000));
  }

  @Test
  void aRestlessValueIsNoWeight() {
    assertThat(weigh(Map.of(), 31000, 31100, 31000, 31100, 31000, 31100, 31000)).isEmpty();
  }

  @Test
  void oneVehicleIsWeighedOnceHoweverLongItStands() {
    int[] values = new int[40];
    java.util.Arrays.fill(values, 31000);
    assertThat(weigh(Map.of(), values)).hasSize(1);
  }

  @Test
  void theNextVehicleIsWeighedWhenThePlatformWasEmptyBetween() {
    List<Weighing> weighings =
        weigh(
            Map.of(), 31000, 31000, 31000, 31000, 31000, 31000, 100, 0, 42000, 42000, 42000, 42000,
            42000, 42000);
    assertThat(weighings).extracting(Weighing::kilograms).containsExactly(31000.0, 42000.0);
  }

  @Test
  void anEmptyPlatformAndANegativeValueAreNoWeights() {
    assertThat(weigh(Map.of(), 20, 20, 20, 20, 20, 20, -40, -40, -40, -40, -40, -40)).isEmpty();
  }

  @Test
  void aWrongChecksumIsCountedAndTheNextGoodFramesAreRead() {
    ScaleLine line = line(Map.of());
    byte[] bad = Frames.of(31000);
    bad[5] = '9';
    assertThat(line.feed(bad)).isEmpty();
    assertThat(line.refused()).isEqualTo(1);
    assertThat(feed(line, 31000, 31000, 31000, 31000, 31000, 31000)).hasSize(1);
  }

  @Test
  void theUnitComesFromTheSettings() {
    assertThat(weigh(Map.of("unit", "t", "empty", "200"), 31, 31, 31, 31, 31, 31))
        .extracting(Weighing::kilograms, Weighing::unit)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(31000.0, "t"));
  }

  @Test
  void framesBeforeAGapInTheStreamCountNoMore() {
    ScaleLine line = line(Map.of());
    assertThat(feed(line, 31000, 31000, 31000, 31000)).isEmpty();
    clock.advance(Duration.ofSeconds(60));
    assertThat(feed(line, 31000)).isEmpty();
    assertThat(feed(line, 31000, 31000, 31000, 31000)).hasSize(1);
  }

  @Test
  void aSettingThatCannotBeIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> line(Map.of("unit", "pood")))
        .withMessageContaining("unit=pood");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> line(Map.of("stable.frames", "1")))
        .withMessageContaining("stable.frames");
    assertThatIllegalArgumentException().isThrownBy(() -> line(Map.of("empty", "none")));
  }

  private List<Weighing> weigh(Map<String, String> settings, int... values) {
    return feed(line(settings), values);
  }

  private List<Weighing> feed(ScaleLine line, int... values) {
    List<Weighing> weighings = new ArrayList<>();
    for (int value : values) {
      clock.advance(Duration.ofMillis(300));
      weighings.addAll(line.feed(Frames.of(value)));
    }
    return weighings;
  }

  private ScaleLine line(Map<String, String> settings) {
    Device.Lane lane = new Device.Lane("*", null, "A01", null, Map.of());
    Device device =
        new Device(
            "scale-1", "E1", "yaohua-tf0", null, null, List.of(), null, List.of(lane), settings);
    return new ScaleLine(device, new ContinuousCodec(), clock);
  }
}
