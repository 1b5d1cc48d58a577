package org.qingmen.connectors.vzenith.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.qingmen.connectors.vzenith.internal.Captures.fields;
import static org.qingmen.connectors.vzenith.internal.Captures.message;

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

class VzenithCodecTest extends CodecContract {

  @Override
  protected Codec codec() {
    return new VzenithCodec();
  }

  @Override
  protected Map<String, byte[]> messages() {
    return Captures.all(
        "plate-live.json",
        "plate-unread-minimal.json",
        "plate-gb18030.json",
        "contact.json",
        "serial-data.json",
        "trigger-image.json",
        "reply-open.json",
        "reply-voice-escaped.json",
        "heartbeat.multipart");
  }

  @Override
  protected Map<String, byte[]> refusals() {
    Map<String, byte[]> refusals = new LinkedHashMap<>();
    refusals.put("empty", new byte[0]);
    refusals.put("not-json", "{\"AlarmInfoPlate\":".getBytes(UTF_8));
    refusals.put("not-an-object", "[1]".getBytes(UTF_8));
    refusals.put("unknown-message", "{\"Other\":{}}".getBytes(UTF_8));
    refusals.put("missing-member", "{\"AlarmInfoPlate\":{}}".getBytes(UTF_8));
    refusals.put("wrong-type", "{\"AlarmInfoPlate\":7}".getBytes(UTF_8));
    refusals.put("not-text", new byte[] {'{', (byte) 0xff, (byte) 0xff, '}'});
    refusals.put("too-large", new byte[VzenithCodec.LARGEST + 1]);
    return refusals;
  }

  @TestFactory
  Stream<DynamicTest> decodesTheSharedVectors() {
    return SharedVectors.of(codec());
  }

  @Test
  void decodesARecognisedPlateInTheCamerasOwnCodes() {
    assertThat(fields("plate-live.json"))
        .containsEntry("plate", "冀B1Q2W3")
        .containsEntry("plateColour", 1L)
        .containsEntry("plateid", 77L)
        .containsEntry("time", "2026-10-01T08:00:00+08:00")
        .containsEntry("timeDisagrees", false)
        .containsEntry("offline", false)
        .containsEntry("vehicleType", 7L)
        .containsEntry("isPassage", true);
    assertThat(message("plate-live.json").pictures()).containsKeys("imageFile");
  }

  @Test
  void prefersTheSecondsWhenTheCalendarDisagreesAndFlagsIt() {
    assertThat(fields("plate-offline-clock-disagrees.json"))
        .containsEntry("offline", true)
        .containsEntry("time", "2026-10-01T08:00:00+08:00")
        .containsEntry("localTime", "2029-10-01T08:00:00")
        .containsEntry("timeDisagrees", true);
  }

  @Test
  void aPlateThatWasNotReadIsStillAPassage() {
    assertThat(fields("plate-unread-minimal.json"))
        .containsEntry("plate", null)
        .containsEntry("rawPlate", "_无_")
        .containsEntry("plateid", null)
        .containsEntry("offline", null)
        .containsEntry("isPassage", true);
  }

  @Test
  void takesTheMainlandPlateOfThreeAndKeepsTheRest() {
    assertThat(fields("plate-three-places.json"))
        .containsEntry("plate", "粤Z1Y2W澳")
        .containsEntry("rawPlate", "粤Z1Y2W澳|MW1234|ZW567")
        .containsEntry("plates", List.of("粤Z1Y2W澳", "MW1234", "ZW567"));
  }

  @Test
  void aVehicleThatTurnedBackIsNoPassage() {
    assertThat(fields("plate-turned-back.json"))
        .containsEntry("isPassage", false)
        .containsEntry("turnedBack", true);
  }

  @Test
  void keepsTheRecordWhenThePictureIsNone() {
    assertThat(fields("plate-broken-picture.json"))
        .containsEntry("isPassage", true)
        .containsEntry("brokenPictures", List.of("imageFile"));
    assertThat(message("plate-broken-picture.json").pictures()).isEmpty();
  }

  @Test
  void readsNumbersWrittenAsTextAndTextInGb18030() {
    assertThat(fields("plate-numbers-as-text.json")).containsEntry("plateid", 82L);
    assertThat(fields("plate-gb18030.json")).containsEntry("plate", "冀C5A6B7");
  }

  @Test
  void theHeartbeatsPasswordGoesNowhere() {
    assertThat(fields("heartbeat.multipart"))
        .containsEntry("isHeartbeat", true)
        .containsEntry("serial", "aaaa0001-bbbb0002")
        .containsEntry("port", 8000L)
        .containsEntry("channel", 2L);
    byte[] body = Captures.bytes("heartbeat.multipart");
    assertThat(fields("heartbeat.multipart").toString()).doesNotContain("very-secret-1");
    assertThat(codec().explain(body).toString()).doesNotContain("very-secret-1");
    assertThat(new String(Heartbeat.scrubbed(Heartbeat.form(body).orElseThrow()), UTF_8))
        .doesNotContain("very-secret-1")
        .contains("serialno=aaaa0001-bbbb0002");
  }

  @Test
  void readsAHeartbeatSentAsAPlainForm() {
    byte[] form = "device_name=IVS&pass_wd=very-secret-1&serialno=c1&port=80".getBytes(UTF_8);
    assertThat(((Decoded.Message) codec().decode(form)).fields())
        .containsEntry("serial", "c1")
        .containsEntry("port", 80L);
  }

  @Test
  void longFormsDoNotExhaustTheStack() {
    String value = "%41".repeat(1200);
    byte[] form = ("serialno=c1&device_name=" + value).getBytes(UTF_8);
    assertThat(((Decoded.Message) codec().decode(form)).fields().get("deviceName"))
        .isEqualTo("A".repeat(1200));
    byte[] pairs = ("serialno=c1" + "&a=b".repeat(1000)).getBytes(UTF_8);
    assertThat(codec().decode(pairs)).isInstanceOf(Decoded.Message.class);
  }

  @Test
  void decodesContactsSerialBytesAndSnapshots() {
    assertThat(fields("contact.json")).containsEntry("source", 1L).containsEntry("value", 0L);
    assertThat(fields("serial-data.json"))
        .containsEntry("serialChannel", 1L)
        .containsEntry("dataLen", 13L)
        .containsEntry("text", "ww0012.50kg\r\n");
    assertThat(fields("trigger-image.json")).containsEntry("imageLen", 13L);
  }

  @Test
  void decodesOurOwnAnswers() {
    assertThat(fields("reply-open.json"))
        .containsEntry("opens", true)
        .containsEntry("stopsRetransfer", false);
    assertThat(fields("reply-continue.json"))
        .containsEntry("opens", false)
        .containsEntry("plateid", 78L)
        .containsEntry("continue", 1L);
    assertThat(fields("reply-voice-escaped.json"))
        .containsEntry("voice", "一路平安")
        .containsEntry("io", 1L)
        .containsEntry("delay", 800L);
  }

  @Test
  void knowsTheZoneOfTheSiteByItsSetting() {
    Codec urumqi = codec().with(Map.of("zone", "Asia/Urumqi"));
    Decoded decoded = urumqi.decode(Captures.bytes("plate-unread-minimal.json"));
    assertThat(((Decoded.Message) decoded).fields())
        .containsEntry("time", "2026-10-01T06:00:01+06:00");
    assertThatIllegalArgumentException().isThrownBy(() -> codec().with(Map.of("zone", "Mars")));
  }
}
