package org.qingmen.connectors.hikvision.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.qingmen.connectors.hikvision.internal.Captures.fields;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.qingmen.spi.device.Codec;
import org.qingmen.spi.device.Decoded;
import org.qingmen.spi.kit.CodecContract;
import org.qingmen.spi.kit.SharedVectors;

class HikvisionCodecTest extends CodecContract {

  @Override
  protected Codec codec() {
    return new HikvisionCodec();
  }

  @Override
  protected Map<String, byte[]> messages() {
    return Captures.all(
        "truck.xml",
        "truck.multipart",
        "prefix.xml",
        "hikvision-namespace.xml",
        "std-cgi.xml",
        "bare-without-time.xml",
        "gb18030.xml",
        "motion.xml",
        "keep-alive.xml",
        "http-hosts.xml");
  }

  @Override
  protected Map<String, byte[]> refusals() {
    Map<String, byte[]> refusals = new LinkedHashMap<>();
    refusals.put("empty", new byte[0]);
    refusals.put("not-xml", "{\"eventType\":\"ANPR\"}".getBytes(UTF_8));
    refusals.put("document-type", Captures.bytes("external-entity.xml"));
    refusals.put("unknown-root", "<Something/>".getBytes(UTF_8));
    refusals.put("missing-member", "<EventNotificationAlert/>".getBytes(UTF_8));
    refusals.put("no-xml-part", Captures.bytes("pictures-only.multipart"));
    refusals.put("multipart", "--b\r\nno end of headers".getBytes(UTF_8));
    refusals.put("wrong-type", event("<channelID>one</channelID>"));
    refusals.put("time", event("<dateTime>yesterday</dateTime>"));
    refusals.put("too-large", new byte[HikvisionCodec.LARGEST + 1]);
    refusals.put("too-many-elements", event("<a>".repeat(70) + "</a>".repeat(70)));
    return refusals;
  }

  @TestFactory
  Stream<DynamicTest> decodesTheSharedVectors() {
    return SharedVectors.of(codec());
  }

  @Test
  void stripsTheColourCharacterBeforeAProvinceOnly() {
    assertThat(fields("truck.xml"))
        .containsEntry("plate", "冀B7H8J9")
        .containsEntry("rawPlate", "黄冀B7H8J9");
    assertThat(plate("蓝天123")).isEqualTo("蓝天123");
    assertThat(plate("黑A12345")).isEqualTo("黑A12345");
    assertThat(plate("黑黑A12345")).isEqualTo("黑A12345");
  }

  @Test
  void readsTheSameEventUnderEveryNameSpaceAndUnderAPrefix() {
    for (String capture : List.of("truck.xml", "prefix.xml", "local-time.xml", "gb18030.xml")) {
      assertThat(fields(capture))
          .as(capture)
          .containsEntry("plate", "冀B7H8J9")
          .containsEntry("confidence", new BigDecimal("92.5"))
          .containsEntry("channel", 2L)
          .containsEntry("isPassage", true);
    }
  }

  @Test
  void tellsPartsByContentAndKeepsTheRecordWhenAPictureIsNone() {
    Decoded.Message message = Captures.message("truck.multipart");
    assertThat(message.fields())
        .containsEntry("plate", "冀B7H8J9")
        .containsEntry(
            "parts",
            List.of(
                "licensePlatePicture.jpg", "x.dat", "vehiclePicture.jpg", "detectionPicture.jpg"))
        .containsEntry("brokenPictures", List.of("detectionPicture.jpg"));
    assertThat(message.pictures())
        .containsOnlyKeys("licensePlatePicture.jpg", "vehiclePicture.jpg");
    assertThat(message.pictures().get("vehiclePicture.jpg")).hasSize(37);
  }

  @Test
  void aPlateThatWasNotReadIsStillAPassage() {
    assertThat(fields("std-cgi.xml"))
        .containsEntry("plate", null)
        .containsEntry("rawPlate", "unknown")
        .containsEntry("isPassage", true);
  }

  @Test
  void givesALocalTimeTheZoneOfTheSite() {
    assertThat(fields("local-time.xml")).containsEntry("time", "2026-10-01T08:00:00.5+08:00");
    assertThat(fields("bare-without-time.xml")).containsEntry("time", null);
    assertThatIllegalArgumentException().isThrownBy(() -> codec().with(Map.of("zone", "Mars")));
  }

  @Test
  void otherEventsAndKeepAlivesAreNoPassages() {
    assertThat(fields("motion.xml"))
        .containsEntry("isPassage", false)
        .containsEntry("isHeartbeat", false);
    assertThat(fields("keep-alive.xml"))
        .containsEntry("isPassage", false)
        .containsEntry("isHeartbeat", true);
  }

  @Test
  void readsTheBodyThatTellsACameraWhereToPost() {
    assertThat(fields("http-hosts.xml"))
        .containsEntry("url", "/hik/0123456789abcdef0")
        .containsEntry("ip", "10.9.8.1")
        .containsEntry("port", 8192L)
        .containsEntry("format", "XML");
  }

  private String plate(String raw) {
    byte[] event = event("<ANPR><licensePlate>" + raw + "</licensePlate></ANPR>");
    return (String) ((Decoded.Message) codec().decode(event)).fields().get("plate");
  }

  private static byte[] event(String members) {
    String root = "EventNotificationAlert";
    String anpr = members.contains("ANPR") ? "" : "<ANPR/>";
    return ("<" + root + "><eventType>ANPR</eventType>" + anpr + members + "</" + root + ">")
        .getBytes(UTF_8);
  }
}
