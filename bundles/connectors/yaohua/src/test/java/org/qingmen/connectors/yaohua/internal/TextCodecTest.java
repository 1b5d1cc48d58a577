package org.qingmen.connectors.yaohua.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.qingmen.spi.kit.FramedCodecContract;
import org.qingmen.spi.kit.SharedVectors;

class TextCodecTest extends FramedCodecContract {

  @Override
  protected Codec codec() {
    return new TextCodec();
  }

  @Override
  protected Map<String, byte[]> messages() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put("forward", text("=0012.500"));
    all.put("unit", text("=00012.6(kg)"));
    all.put("minus", text("=-0001.20"));
    return all;
  }

  @Override
  protected Map<String, byte[]> refusals() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put("format", text("weight 12"));
    all.put("digits", text("=00.12.5"));
    all.put("empty", text(""));
    return all;
  }

  @Override
  protected byte[] noise() {
    return text("99kg");
  }

  @Override
  protected byte[] terminator() {
    return text("\r\n");
  }

  @TestFactory
  Stream<DynamicTest> decodesTheSharedVectors() {
    return SharedVectors.of(codec());
  }

  @Test
  void aSignShowsTheOrderOfAWholeCapture() {
    assertThat(fields(codec(), text("=012.0000=05.2100-")))
        .containsEntry("values", List.of(new BigDecimal("0000.210"), new BigDecimal("-0012.50")))
        .containsEntry("order", "reversed")
        .containsEntry("orderBy", "sign");
    assertThat(fields(codec(), text("=0012.500=-0001.20")))
        .containsEntry("values", List.of(new BigDecimal("12.500"), new BigDecimal("-1.20")))
        .containsEntry("order", "forward");
  }

  @Test
  void withoutASignTheReadingWithFewerDecimalsIsTakenAndSaysSo() {
    assertThat(fields(codec(), text("=000.5420")))
        .containsEntry("value", new BigDecimal("245.000"))
        .containsEntry("orderBy", "point");
    assertThat(fields(codec(), text("=0245.000"))).containsEntry("orderBy", "point");
    assertThat(fields(codec(), text("=0024500")))
        .containsEntry("value", 24500L)
        .containsEntry("orderBy", "default");
  }

  @Test
  void theSettingDecidesWhatOneFrameCannotTell() {
    Codec reversed = codec().with(Map.of("order", "reversed"));
    assertThat(fields(reversed, text("=0024500"))).containsEntry("value", 54200L);
    Codec forward = codec().with(Map.of("order", "forward"));
    assertThat(fields(forward, text("=000.5420"))).containsEntry("value", new BigDecimal("0.5420"));
    assertThat(forward.decode(text("=00.1000-"))).isInstanceOf(Decoded.Refused.class);
  }

  @Test
  void readsTheUnitWhenThereIsOne() {
    assertThat(fields(codec(), text("=00012.6(kg)")))
        .containsEntry("value", new BigDecimal("12.6"))
        .containsEntry("unit", "kg");
  }

  private static Map<String, Object> fields(Codec codec, byte[] frame) {
    return ((Decoded.Message) codec.decode(frame)).fields();
  }

  private static byte[] text(String characters) {
    return characters.getBytes(ISO_8859_1);
  }
}
