package org.qingmen.api.internal.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingmen.model.Division;
import org.qingmen.security.Principal;
import org.qingmen.security.Role;
import org.qingmen.security.Scope;
import org.qingmen.store.Document;

class SavedQueryTest {

  @ParameterizedTest(name = "a query of {0}, shared {1}, is read in {2}: {3}")
  @CsvSource({
    "130000, true,  130000, true",
    "130000, true,  130203, true",
    "130203, true,  130000, false",
    "130000, true,  140000, false",
    "130000, false, 130000, false",
    "000000, true,  140101, true",
    "130000, true,  PLANT-1, false",
    "PLANT-1, true, PLANT-1, true",
    "PLANT-1, true, PLANT-2, false",
    "PLANT-1, true, 130000, false"
  })
  void sharingReachesTheBureausBelowAndTheSameEnterprise(
      String of, boolean shared, String reader, boolean readable) {
    assertThat(query(of, shared).readableBy(caller("li", reader))).isEqualTo(readable);
  }

  @Test
  void theOwnerReadsItAnywayAndAloneOwnsIt() {
    SavedQuery query = query("130000", false);
    assertThat(query.readableBy(caller("wang", "140000"))).isTrue();
    assertThat(query.json(caller("wang", "130000")).path("own").asBoolean()).isTrue();
    assertThat(query.ownedBy(caller("li", "130000"))).isFalse();
  }

  private static SavedQuery query(String of, boolean shared) {
    boolean plant = of.startsWith("P");
    String body =
        "{\"name\":\"x\",\"owner\":\"user:wang\",\"shared\":%s,\"page\":\"passages\",\"parameters\":{}}"
            .formatted(shared);
    return SavedQuery.of(
        new Document(
            "saved-query",
            "SQ-1",
            plant ? of : null,
            plant ? null : of,
            1,
            body,
            "user:wang",
            Instant.EPOCH,
            false));
  }

  private static Principal caller(String name, String scope) {
    Scope where = scope.startsWith("P") ? Scope.ofEnterprise(scope) : Scope.of(new Division(scope));
    return new Principal(name, EnumSet.of(Role.OFFICER), where, null);
  }
}
