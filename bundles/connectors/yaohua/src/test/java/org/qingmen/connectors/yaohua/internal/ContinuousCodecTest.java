package org.qingmen.connectors.yaohua.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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

class ContinuousCodecTest extends FramedCodecContract {

  @Override
  protected Codec codec() {
    return new ContinuousCodec();
  }

  @Override
  protected Map<String, byte[]> messages() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put("zero", hex("02 2B 30 30 30 30 30 30 30 31 42 03"));
    all.put("tonnes", hex("02 2B 30 33 34 35 36 30 33 31 43 03"));
    all.put("minus", hex("02 2D 30 30 30 31 32 30 31 31 46 03"));
    all.put("four decimals", hex("02 2B 31 32 33 34 35 36 34 31 38 03"));
    return all;
  }

  @Override
  protected Map<String, byte[]> refusals() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put("checksum", hex("02 2B 30 30 31 32 33 30 32 31 41 03"));
    all.put("truncated", hex("02 2B 30 30 30 30 30"));
    all.put("start", hex("03 2B 30 30 30 30 30 30 30 31 42 03"));
    all.put("end", hex("02 2B 30 30 30 30 30 30 30 31 42 04"));
    all.put("decimals", hex("02 2B 30 30 31 32 33 30 35 31 45 03"));
    all.put("sign", hex("02 2A 30 30 31 32 33 30 31 31 42 03"));
    all.put("digits", hex("02 2B 30 30 41 32 33 30 31 36 41 03"));
    all.put("too-long", hex("02 2B 30 30 30 30 30 30 30 31 42 03 03"));
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
  void countsDecimalsFromTheRightAndReadsTheSign() {
    assertThat(fields(codec(), messages().get("tonnes")))
        .containsEntry("digits", "034560")
        .containsEntry("decimals", 3)
        .containsEntry("value", new BigDecimal("34.560"));
    assertThat(fields(codec(), messages().get("minus")))
        .containsEntry("value", new BigDecimal("-12.0"))
        .containsEntry("negative", true);
    assertThat(fields(codec(), messages().get("zero"))).containsEntry("value", 0L);
  }

  @Test
  void namesTheDeclaredAndTheComputedCheck() {
    Decoded.Refused refused = (Decoded.Refused) codec().decode(refusals().get("checksum"));
    assertThat(refused.details()).containsEntry("declared", "1A").containsEntry("computed", "19");
  }

  @Test
  void readsSevenDigitsWithoutADecimalsByteWhenTheSettingSaysSo() {
    byte[] keli = hex("02 2B 30 31 32 33 34 35 36 31 43 03");
    assertThat(codec().decode(keli)).isInstanceOf(Decoded.Refused.class);
    assertThat(fields(codec().with(Map.of("digits", "7")), keli)).containsEntry("value", 123456L);
    assertThat(fields(codec().with(Map.of("digits", "7", "decimals", "2")), keli))
        .containsEntry("value", new BigDecimal("1234.56"));
  }

  @Test
  void refusesASettingItDoesNotKnow() {
    assertThatIllegalArgumentException().isThrownBy(() -> codec().with(Map.of("digits", "8")));
  }

  private static Map<String, Object> fields(Codec codec, byte[] frame) {
    return ((Decoded.Message) codec.decode(frame)).fields();
  }

  private static byte[] hex(String pairs) {
    return HexFormat.of().parseHex(pairs.replace(" ", ""));
  }
}
