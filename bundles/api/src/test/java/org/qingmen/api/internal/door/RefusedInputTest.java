package org.qingmen.api.internal.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.store.BadCursorException;

class RefusedInputTest {

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"x\"", "null", "1"})
  void aBodyThatIsNoObjectIsToldWhatWasExpected(String body) {
    Refusal refusal = refused(body);
    assertThat(refusal.code()).isEqualTo("schema");
    assertThat(refusal.faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.message().in(Locale.ENGLISH)).contains("object"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":{\"b\":1e400}}", "{\"a\":{\"b\":\"x\\u0000\"}}"})
  void whatNothingCanHoldIsRefusedByName(String body) {
    assertThat(refused(body).faults()).extracting("pointer").containsExactly("/a/b");
  }

  @Test
  void aDamagedCursorIsABadQueryAlsoWhenTheStoreWrapsIt() {
    Refusal refusal =
        ProblemMapper.damagedCursor(new RuntimeException(new BadCursorException("garbage")))
            .orElseThrow();
    assertThat(refusal.code()).isEqualTo("bad-query");
    assertThat(refusal.kind().status()).isEqualTo(422);
    assertThat(refusal.why().in(Locale.ENGLISH)).contains("cursor").contains("garbage");
    assertThat(ProblemMapper.damagedCursor(new RuntimeException("other"))).isEmpty();
  }

  private static Refusal refused(String body) {
    return catchThrowableOfType(
        Refusal.class, () -> Json.readObject(body.getBytes(StandardCharsets.UTF_8)));
  }
}
