package org.qingmen.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qingmen.store.testing.Databases;
import org.qingmen.store.testing.StoreFixture;

class AuditTrailTest {

  private static StoreFixture trail(Databases kind) throws Exception {
    StoreFixture store = new StoreFixture(kind.create());
    store.audit.append("user:zhang", "rule-pack.activate", "cn.gate/1.0.0", "{\"a\":1}");
    store.audit.append("user:li", "user.lock", "user:wang", null);
    store.audit.append("user:zhang", "rule-pack.retire", "cn.gate/0.9.0", "{}");
    return store;
  }

  @ParameterizedTest
  @EnumSource
  void actsAreListedNewestFirstAndTheChainIsIntact(Databases kind) throws Exception {
    try (StoreFixture store = trail(kind)) {
      assertThat(store.audit.verify()).isEqualTo(ChainCheck.intact(3));
      Page<AuditEntry> page = store.audit.list("user:zhang", "rule-pack.", null, 1);
      assertThat(page.items()).extracting(AuditEntry::number).containsExactly(3L);
      assertThat(store.audit.list("user:zhang", "rule-pack.", page.next(), 1).items())
          .extracting(AuditEntry::target)
          .containsExactly("cn.gate/1.0.0");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAlteredRowIsNamed(Databases kind) throws Exception {
    try (StoreFixture store = trail(kind)) {
      store.tamper("UPDATE audit_entry SET actor = 'user:wang' WHERE number = 2");

      ChainCheck check = store.audit.verify();
      assertThat(check.intact()).isFalse();
      assertThat(check.brokenRow()).isEqualTo("audit 2");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRowTakenOutIsNamed(Databases kind) throws Exception {
    try (StoreFixture store = trail(kind)) {
      store.tamper("DELETE FROM audit_entry WHERE number = 1");
      assertThat(store.audit.verify().brokenRow()).isEqualTo("audit 1");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTailCutOffIsNamed(Databases kind) throws Exception {
    try (StoreFixture store = trail(kind)) {
      store.tamper("DELETE FROM audit_entry WHERE number = 3");
      assertThat(store.audit.verify().brokenRow()).isEqualTo("audit 3");
    }
  }
}
