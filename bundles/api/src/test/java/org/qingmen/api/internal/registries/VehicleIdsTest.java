package org.qingmen.api.internal.registries;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingmen.spi.trust.ServerSeal;

class VehicleIdsTest {

  private static final String VIN = "LZZ1CLVB7JA000061";

  private final VehicleIds ids = new VehicleIds(seal());

  @Test
  void anIdOpensItsVehicleAndNeedsNoEscapeInAnAddress() {
    String id = ids.of(VIN);
    assertThat(id).matches("~[A-Za-z0-9_-]+").doesNotContain(VIN);
    assertThat(ids.vin(id)).contains(VIN);
  }

  @Test
  void aVinMeansItself() {
    assertThat(ids.vin(VIN)).contains(VIN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"~", "~***", "~AAAA"})
  void whatNobodyHandedOutIsNoId(String id) {
    assertThat(ids.vin(id)).isEmpty();
  }

  /** Turns content about; what does not begin with its mark is no seal. */
  private static ServerSeal seal() {
    return (ServerSeal)
        Proxy.newProxyInstance(
            ServerSeal.class.getClassLoader(),
            new Class<?>[] {ServerSeal.class},
            (proxy, called, a) ->
                called.getName().equals("seal") ? sealed((byte[]) a[0]) : opened((String) a[0]));
  }

  private static String sealed(byte[] content) {
    String mirrored =
        new StringBuilder(new String(content, StandardCharsets.UTF_8)).reverse().toString();
    return Base64.getEncoder().encodeToString(("?>" + mirrored).getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<byte[]> opened(String seal) {
    String content = new String(Base64.getDecoder().decode(seal), StandardCharsets.UTF_8);
    return content.startsWith("?>")
        ? Optional.of(
            new StringBuilder(content.substring(2))
                .reverse()
                .toString()
                .getBytes(StandardCharsets.UTF_8))
        : Optional.empty();
  }
}
