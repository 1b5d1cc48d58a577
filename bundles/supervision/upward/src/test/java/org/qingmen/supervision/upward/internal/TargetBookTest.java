package org.qingmen.supervision.upward.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.store.Document;

class TargetBookTest {

  private static final String RIGHT =
      """
      {"title": "省平台", "address": "https://province.example", "keyId": "k", "division": "130200",
       "from": "2026-02-01"}""";

  @ParameterizedTest
  @CsvSource({"from,2026-02-30,/from", "dialect,nope,/dialect", "form,2026-02-01,/form"})
  void whatCouldNotBeReadAgainIsRefusedBeforeItIsStored(
      String member, String value, String pointer) {
    TargetBook book = new TargetBook(null, null, null, "native"::equals);
    ObjectNode asked = ((ObjectNode) Target.json(RIGHT)).put(member, value);
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> book.put("province", asked.toString(), "user:it"));
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
    assertThat(refusal.faults()).extracting(Refusal.Fault::pointer).containsExactly(pointer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{\"from\": \"2026-02-30\"}", "{\"address\": \"not an address\"}", "no JSON"})
  void aBadTargetThatWasOnceStoredIsSwitchedOffAndSaysSo(String body) {
    Target target = Target.read(stored(body));
    assertThat(target.broken()).isTrue();
    assertThat(target.enabled()).isFalse();
    assertThat(target.division()).isEqualTo("1302");
  }

  @Test
  void aGoodTargetIsRead() {
    assertThat(Target.read(stored(RIGHT)).broken()).isFalse();
  }

  private static Document stored(String body) {
    return new Document(
        Target.KIND, "province", null, "130200", 1, body, "user:it", Instant.EPOCH, false);
  }
}
