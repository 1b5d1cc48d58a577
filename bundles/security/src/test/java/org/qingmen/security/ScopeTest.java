package org.qingmen.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {

  @ParameterizedTest
  @CsvSource({
    "'', 000000",
    "000000, 000000",
    "13, 130000",
    "1302, 130200",
    "130203, 130203",
    "91130200700000001K001P, 91130200700000001K001P"
  })
  void aScopeReadsWhatItWrites(String text, String code) {
    assertThat(Scope.parse(text).code()).isEqualTo(code);
    assertThat(Scope.parse(code)).isEqualTo(Scope.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"one two", "a/b", " "})
  void whatIsNeitherIsNoScope(String text) {
    assertThatThrownBy(() -> Scope.parse(text)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Scope(null, null)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Scope.ofEnterprise("13")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDivisionAllowsWhatLiesInIt() {
    Scope tangshan = Scope.parse("1302");

    assertThat(tangshan.allows("E", "130203")).isTrue();
    assertThat(tangshan.allows("E", "130100")).isFalse();
    assertThat(tangshan.allows("E", null)).isFalse();
    assertThat(tangshan.allowsDivision("130200")).isTrue();
    assertThat(tangshan.allowsDivision("130000")).isFalse();
    assertThat(tangshan.isRoot()).isFalse();
  }

  @Test
  void theRootAllowsEverything() {
    assertThat(Scope.ROOT.allows("E", null)).isTrue();
    assertThat(Scope.ROOT.allowsDivision("000000")).isTrue();
    assertThat(Scope.ROOT.isRoot()).isTrue();
  }

  @Test
  void anEnterpriseAllowsItselfOnly() {
    Scope own = Scope.ofEnterprise("ENTERPRISE-1");

    assertThat(own.allows("ENTERPRISE-1", "130203")).isTrue();
    assertThat(own.allows("ENTERPRISE-2", "130203")).isFalse();
    assertThat(own.allows(null, "130203")).isFalse();
    assertThat(own.allowsDivision("130203")).isFalse();
  }

  @Test
  void aScopeCoversWhatLiesWithinIt() {
    Scope hebei = Scope.parse("13");

    assertThat(hebei.covers(Scope.parse("1302"), null)).isTrue();
    assertThat(hebei.covers(hebei, null)).isTrue();
    assertThat(hebei.covers(Scope.ROOT, null)).isFalse();
    assertThat(hebei.covers(Scope.parse("14"), null)).isFalse();
    assertThat(hebei.covers(Scope.ofEnterprise("ENTERPRISE-1"), "130203")).isTrue();
    assertThat(hebei.covers(Scope.ofEnterprise("ENTERPRISE-1"), "140203")).isFalse();
    assertThat(Scope.ofEnterprise("ENTERPRISE-1").covers(hebei, null)).isFalse();
  }
}
