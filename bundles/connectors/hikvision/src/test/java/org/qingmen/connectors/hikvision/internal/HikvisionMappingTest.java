package org.qingmen.connectors.hikvision.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qingmen.spi.device.Codec;
import org.qingmen.spi.device.Mapping;
import org.qingmen.spi.device.Mapping.Mapped;
import org.qingmen.spi.kit.MappingContract;

class HikvisionMappingTest extends MappingContract {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-10-01T00:00:05Z"), ZoneOffset.UTC);

  @Override
  protected Codec codec() {
    return new HikvisionCodec();
  }

  @Override
  protected Mapping mapping() {
    return new HikvisionMapping(CLOCK, null);
  }

  @Override
  protected String maker() {
    return "hikvision";
  }

  @Override
  protected Map<String, byte[]> passages() {
    return Captures.all(
        "truck.xml",
        "prefix.xml",
        "hikvision-namespace.xml",
        "std-cgi.xml",
        "bare-without-time.xml",
        "local-time.xml",
        "gb18030.xml");
  }

  @Test
  void takesTheNationalVehicleCodeAndTheColourTheCameraNames() {
    assertThat(passage("truck.xml").record())
        .containsEntry("serial", "11112222-3333-4444-5555-666677778888")
        .containsEntry("vehicle", Map.of("type", "Q11"))
        .containsEntry("plate", Map.of("number", "冀B7H8J9", "colour", "yellow"))
        .containsEntry("offline", true);
  }

  @Test
  void translatesTheMakersWordWhenThereIsNoNationalCode() {
    assertThat(passage("prefix.xml").record()).containsEntry("vehicle", Map.of("type", "H11"));
  }

  @Test
  void hashesALongIdAndBuildsAKeyWhereThereIsNone() {
    assertThat(passage("bare-without-time.xml").record().get("serial").toString())
        .startsWith("h")
        .hasSize(41);
    assertThat(passage("prefix.xml").record().get("serial")).isNotEqualTo("null");
  }

  @Test
  void keepsUnknownWordsRawAndTakesTheReceiveTimeWhenThereIsNone() {
    assertThat(passage("bare-without-time.xml").record())
        .containsEntry("plate", Map.of("number", "冀BD12345", "colour", "green"))
        .containsEntry("time", "2026-10-01T08:00:05+08:00")
        .containsEntry(
            "unmapped",
            Map.of("/time", "", "/vehicle/type", "hoverCraft", "/plate/type", "somethingNew"));
  }

  @Test
  void givesPicturesTheirRoles() {
    assertThat(passage("truck.multipart").pictures()).containsOnlyKeys("plate", "body");
  }

  @Test
  void whatIsNoPassageMapsToNothing() {
    assertThat(map("keep-alive.xml")).isEqualTo(new Mapped.Nothing("heartbeat"));
    assertThat(map("motion.xml")).isEqualTo(new Mapped.Nothing("other"));
  }

  private Mapped.Passage passage(String capture) {
    return (Mapped.Passage) map(capture);
  }

  private Mapped map(String capture) {
    return mapping().map(Captures.message(capture), device(Map.of("*", "in")));
  }
}
