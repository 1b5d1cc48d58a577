package org.qingmen.supervision.inspection.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.store.StoredJson;
import org.qingmen.supervision.inspection.Verifications.Draw;

class DrawTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

  @Test
  void aPeriodThatIsNotOverIsRefused() {
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> VerificationBook.check(until(TODAY), TODAY));
    assertThat(refusal.code()).isEqualTo("bad-draw");
    assertThat(refusal.faults()).extracting(Refusal.Fault::pointer).containsExactly("/to");
    assertThatCode(() -> VerificationBook.check(until(TODAY.minusDays(1)), TODAY))
        .doesNotThrowAnyException();
  }

  @Test
  void theSizeOfTheSampleIsToldToTheRules() {
    var drawn =
        VerificationBook.drawn(
            StoredJson.read(
                """
                [{"of": "ledger"}, {"of": "gate"}, {"of": "gate"}, {"of": "video"},
                 {"of": "days", "ref": {"normalDays": [{}, {}, {}], "alertDays": [{}]}}]"""));
    assertThat(drawn.toString())
        .isEqualTo("{\"ledger\":1,\"gate\":2,\"video\":1,\"normalDays\":3,\"alertDays\":1}");
  }

  private static Draw until(LocalDate to) {
    return new Draw("E1", to.minusDays(30), to, null, Map.of());
  }
}
