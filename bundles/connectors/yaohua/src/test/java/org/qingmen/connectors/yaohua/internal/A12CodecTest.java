package org.qingmen.connectors.yaohua.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
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

class A12CodecTest extends FramedCodecContract {

  @Override
  protected Codec codec() {
    return new A12Codec();
  }

  @Override
  protected Map<String, byte[]> messages() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put("gross", text("WG012.340kg36"));
    all.put("net", text("WN-02.340kg23"));
    return all;
  }

  @Override
  protected Map<String, byte[]> refusals() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put("checksum", text("WG012.340kg00"));
    all.put("truncated", text("WG"));
    all.put("format", text("WGxx.340kg05"));
    return all;
  }

  @Override
  protected byte[] noise() {
    return text("9".repeat(50) + "\r\n");
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
  void readsKindValueAndUnit() {
    assertThat(fields(codec(), text("WG012.340kg36\r\n")))
        .containsEntry("mode", "gross")
        .containsEntry("value", new BigDecimal("12.340"))
        .containsEntry("unit", "kg");
    assertThat(fields(codec(), text("WN-02.340kg23\r\n")))
        .containsEntry("mode", "net")
        .containsEntry("value", new BigDecimal("-2.340"));
  }

  @Test
  void overloadAndUnderloadAreNoWeights() {
    assertThat(fields(codec(), text("         OL23")))
        .containsEntry("overload", true)
        .doesNotContainKey("value");
    assertThat(fields(codec(), text("         LO23"))).containsEntry("underload", true);
  }

  private static Map<String, Object> fields(Codec codec, byte[] frame) {
    return ((Decoded.Message) codec.decode(frame)).fields();
  }

  private static byte[] text(String characters) {
    return characters.getBytes(ISO_8859_1);
  }
}
