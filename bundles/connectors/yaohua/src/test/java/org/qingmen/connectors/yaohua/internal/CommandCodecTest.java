package org.qingmen.connectors.yaohua.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.qingmen.spi.device.Codec;
import org.qingmen.spi.device.Decoded;
import org.qingmen.spi.kit.FramedCodecContract;
import org.qingmen.spi.kit.SharedVectors;

class CommandCodecTest extends FramedCodecContract {

  @Override
  protected Codec codec() {
    return new CommandCodec();
  }

  @Override
  protected Map<String, byte[]> messages() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put("handshake", hex("02 42 41 30 33 03"));
    all.put("gross", hex("02 42 42 2B 30 31 32 33 34 35 32 31 38 03"));
    all.put("tare", hex("02 43 43 2D 30 30 30 30 30 31 30 31 43 03"));
    all.put("truck", hex("02 41 45 30 30 31 32 33 33 34 03"));
    all.put("zero", hex("02 41 30 37 31 03"));
    return all;
  }

  @Override
  protected Map<String, byte[]> refusals() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put("checksum", hex("02 42 42 2B 30 30 32 33 34 35 32 31 38 03"));
    all.put("truncated", hex("02 42 42 2B"));
    all.put("start", hex("07 42 41 30 33 03"));
    all.put("address", hex("02 61 41 32 30 03"));
    all.put("command", hex("02 41 2A 36 42 03"));
    all.put("end", hex("02 42 41 30 33 00"));
    all.put("decimals", hex("02 41 42 2B 30 31 32 33 34 35 37 31 45 03"));
    return all;
  }

  @Override
  protected byte[] noise() {
    return "\u0003x9".getBytes(ISO_8859_1);
  }

  @TestFactory
  Stream<DynamicTest> decodesTheSharedVectors() {
    return SharedVectors.of(codec());
  }

  @Test
  void readsCommandsAndTheirReplies() {
    assertThat(fields(codec(), messages().get("handshake")))
        .containsEntry("addr", "B")
        .containsEntry("cmd", "A")
        .doesNotContainKey("value");
    assertThat(fields(codec(), messages().get("gross")))
        .containsEntry("cmd", "B")
        .containsEntry("decimals", 2)
        .containsEntry("value", new BigDecimal("123.45"));
    assertThat(fields(codec(), messages().get("truck"))).containsEntry("number", "00123");
  }

  @Test
  void readsTheControlCharacterOfARefusedCommand() {
    assertThat(fields(codec(), new byte[] {4})).containsEntry("error", "not-executed");
  }

  private static Map<String, Object> fields(Codec codec, byte[] frame) {
    return ((Decoded.Message) codec.decode(frame)).fields();
  }

  private static byte[] hex(String pairs) {
    return HexFormat.of().parseHex(pairs.replace(" ", ""));
  }
}
