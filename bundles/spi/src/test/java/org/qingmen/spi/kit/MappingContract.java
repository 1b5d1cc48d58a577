package org.qingmen.spi.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qingmen.spi.device.Codec;
import org.qingmen.spi.device.Decoded;
import org.qingmen.spi.device.Device;
import org.qingmen.spi.device.Mapping;
import org.qingmen.spi.device.Mapping.Mapped;

/**
 * What every mapping promises: the same message twice is the same serial number, at most 50
 * characters; a direction that nobody configured refuses the record and says so in both languages.
 */
public abstract class MappingContract {

  /** The codec whose messages it maps. */
  protected abstract Codec codec();

  /** The mapping under test. */
  protected abstract Mapping mapping();

  /** Captured messages that are passages. */
  protected abstract Map<String, byte[]> passages();

  /** Maker setting of the devices that sent them. */
  protected abstract String maker();

  /** Time of a passage in the native profile. */
  private static final String TIME =
      "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)";

  @Test
  void makesANativeRecordOfEveryPassage() {
    passages()
        .forEach(
            (name, bytes) -> {
              Mapped.Passage passage = passage(bytes);
              assertThat(passage.record())
                  .as(name)
                  .containsKeys("enterprise", "serial", "barrier", "time", "plate")
                  .containsEntry("direction", "in");
              assertThat(passage.record().get("time").toString()).as(name).matches(TIME);
            });
  }

  @Test
  void givesTheSameMessageTheSameSerialNumberOfAtMostFiftyCharacters() {
    passages()
        .forEach(
            (name, bytes) -> {
              String serial = passage(bytes).record().get("serial").toString();
              assertThat(serial).as(name).hasSizeBetween(1, 50);
              assertThat(passage(bytes).record().get("serial")).as(name).isEqualTo(serial);
            });
  }

  @Test
  void givesDifferentMessagesDifferentSerialNumbers() {
    List<Object> serials =
        passages().values().stream().map(bytes -> passage(bytes).record().get("serial")).toList();
    assertThat(serials).doesNotHaveDuplicates();
  }

  @Test
  void refusesADirectionThatIsNotConfigured() {
    Device device = device(Map.of("nowhere", "in"));
    Mapped mapped = mapping().map(message(passages().values().iterator().next()), device);
    assertThat(mapped)
        .isInstanceOfSatisfying(
            Mapped.Unmapped.class,
            unmapped -> {
              assertThat(unmapped.problems()).extracting("code").contains("unmapped-direction");
              assertThat(unmapped.problems().get(0).message().zh()).contains(device.id());
            });
  }

  /** A registered device that sees vehicles come in, whatever it says itself. */
  protected final Device device(Map<String, String> directions) {
    Device.Lane lane = new Device.Lane("*", "A", "A01", "1", directions);
    return new Device(
        "cam-1",
        "91130200700000001K001P",
        codec().protocol(),
        maker(),
        null,
        List.of("10.0.0.9"),
        null,
        List.of(lane),
        Map.of());
  }

  private Mapped.Passage passage(byte[] bytes) {
    Mapped mapped = mapping().map(message(bytes), device(Map.of("*", "in")));
    assertThat(mapped).isInstanceOf(Mapped.Passage.class);
    return (Mapped.Passage) mapped;
  }

  private Decoded.Message message(byte[] bytes) {
    return (Decoded.Message) codec().decode(bytes);
  }
}
