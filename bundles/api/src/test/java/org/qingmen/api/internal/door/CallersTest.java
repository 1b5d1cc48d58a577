package org.qingmen.api.internal.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.qingmen.security.Principal;
import org.qingmen.security.Scope;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.refusal.Refusal;

class CallersTest {

  @Test
  void theRefusalOfAForeignThingNamesOnlyWhatWasAskedFor() {
    Principal caller = new Principal("a", Set.of(), Scope.ofEnterprise("OWN1"), null);
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class,
            () ->
                Callers.require(
                    caller,
                    id -> Optional.of(new Enterprise(id, "Other", "130200", List.of(), null)),
                    "FOREIGN1",
                    "receipt-1"));
    Refusal unknown = Problems.refusal(Refusal.Kind.NOT_FOUND, "not-found", "receipt-1");
    assertThat(refusal.code()).isEqualTo(unknown.code());
    assertThat(refusal.why().in(Locale.ENGLISH)).isEqualTo(unknown.why().in(Locale.ENGLISH));
    assertThat(refusal.why().in(Locale.CHINESE)).isEqualTo(unknown.why().in(Locale.CHINESE));
  }
}
