package org.qingmen.connectors.vzenith.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingmen.spi.device.Codec;
import org.qingmen.spi.device.Decoded;
import org.qingmen.spi.device.Device;
import org.qingmen.spi.device.Mapping;
import org.qingmen.spi.device.Mapping.Mapped;
import org.qingmen.spi.kit.MappingContract;

class VzenithMappingTest extends MappingContract {

  @Override
  protected Codec codec() {
    return new VzenithCodec();
  }

  @Override
  protected Mapping mapping() {
    return new VzenithMapping();
  }

  @Override
  protected String maker() {
    return "vzenith";
  }

  @Override
  protected Map<String, byte[]> passages() {
    return Captures.all(
        "plate-live.json",
        "plate-offline-clock-disagrees.json",
        "plate-unread-minimal.json",
        "plate-three-places.json",
        "plate-broken-picture.json",
        "plate-numbers-as-text.json");
  }

  @Test
  void translatesColoursAndVehiclesByTheMakersTable() {
    Map<String, Object> record = passage("plate-live.json", "vzenith").record();
    assertThat(record)
        .containsEntry("serial", "aaaa0001-bbbb0002-77-1790812800")
        .containsEntry("barrier", "A01")
        .containsEntry("plate", Map.of("number", "冀B1Q2W3", "colour", "blue"))
        .containsEntry("vehicle", Map.of("type", "H11"))
        .containsEntry("offline", false);
    assertThat(passage("plate-live.json", "vzenith").pictures()).containsKeys("head", "plate");
  }

  @Test
  void fallsBackToSecondsAndMicrosecondsWhenThereIsNoPlateId() {
    assertThat(passage("plate-unread-minimal.json", "qianyi").record().get("serial"))
        .isEqualTo("00112233445566778899aabbccddeeff-1790812801-9");
  }

  @Test
  void keepsAPlateTypeThatOnlyThisMakersTableLacks() {
    assertThat(passage("plate-numbers-as-text.json", "vzenith").record())
        .doesNotContainKey("unmapped");
    Mapped refused = map("plate-numbers-as-text.json", "szymzh");
    assertThat(((Mapped.Unmapped) refused).problems())
        .extracting("code", "rawValue")
        .containsExactly(org.assertj.core.groups.Tuple.tuple("unmapped-plate-colour", "6"));
  }

  @Test
  void refusesAMakerWithoutATableAndALaneThatNobodyConfigured() {
    assertThat(((Mapped.Unmapped) map("plate-live.json", "nobody")).problems())
        .extracting("code")
        .containsExactly("unmapped-maker");
    Device other = withLane(new Device.Lane("5", null, "B01", null, Map.of("*", "out")));
    Mapped mapped = mapping().map(Captures.message("plate-live.json"), other);
    assertThat(((Mapped.Unmapped) mapped).problems())
        .extracting("code")
        .containsExactly("unmapped-lane");
  }

  @Test
  void mapsInAndOutByTheDirectionCodesOfTheLane() {
    Device device =
        withLane(new Device.Lane("0", null, "B01", null, Map.of("3", "out", "4", "in")));
    Mapped mapped = mapping().map(Captures.message("plate-live.json"), device);
    assertThat(((Mapped.Passage) mapped).record()).containsEntry("direction", "out");
  }

  @Test
  void whatIsNoPassageMapsToNothing() {
    assertThat(map("plate-turned-back.json", "vzenith"))
        .isEqualTo(new Mapped.Nothing("turned-back"));
    assertThat(map("heartbeat.multipart", "vzenith")).isEqualTo(new Mapped.Nothing("heartbeat"));
    assertThat(map("contact.json", "vzenith")).isEqualTo(new Mapped.Nothing("other"));
  }

  @Test
  void takesTheReceiveTimeWhenTheCameraSaysNoneAndNotesIt() {
    Map<String, Object> fields = new HashMap<>(Captures.fields("plate-live.json"));
    fields.put("time", null);
    Clock clock = Clock.fixed(Instant.parse("2026-10-01T00:00:05Z"), ZoneOffset.UTC);
    Mapped mapped =
        new VzenithMapping(clock, null).map(new Decoded.Message(fields), device(Map.of("*", "in")));
    assertThat(((Mapped.Passage) mapped).record())
        .containsEntry("time", "2026-10-01T08:00:05+08:00")
        .containsEntry("unmapped", Map.of("/time", ""));
  }

  @Test
  void anInstallationMayOverrideSingleLinesOfATable(@TempDir Path tables) throws IOException {
    Files.writeString(tables.resolve("szymzh.properties"), "plateColour.6=yellow-green\n");
    Mapped mapped =
        new VzenithMapping(Clock.systemUTC(), tables)
            .map(Captures.message("plate-numbers-as-text.json"), maker("szymzh"));
    assertThat(((Mapped.Passage) mapped).record())
        .containsEntry("plate", Map.of("number", "冀B12345D", "colour", "yellow-green"));
  }

  private Mapped.Passage passage(String capture, String maker) {
    return (Mapped.Passage) map(capture, maker);
  }

  private Mapped map(String capture, String maker) {
    return mapping().map(Captures.message(capture), maker(maker));
  }

  private static Device maker(String maker) {
    return device(maker, new Device.Lane("*", "A", "A01", "1", Map.of("*", "in")));
  }

  private static Device withLane(Device.Lane lane) {
    return device("vzenith", lane);
  }

  private static Device device(String maker, Device.Lane lane) {
    return new Device(
        "cam-1", "E1", "vzenith-http", maker, null, List.of(), null, List.of(lane), Map.of());
  }
}
