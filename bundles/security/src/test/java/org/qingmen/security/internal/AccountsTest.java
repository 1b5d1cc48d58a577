package org.qingmen.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.qingmen.security.internal.House.CEMENT;
import static org.qingmen.security.internal.House.HEBEI;
import static org.qingmen.security.internal.House.PASSWORD;
import static org.qingmen.security.internal.House.ROOT;
import static org.qingmen.security.internal.House.STEEL;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingmen.security.Account;
import org.qingmen.security.Role;
import org.qingmen.security.Scope;
import org.qingmen.spi.refusal.Refusal;

class AccountsTest {

  @TempDir Path data;
  private House house;

  @BeforeEach
  void open() {
    house = new House(data);
    house.administrator();
  }

  @Test
  void anAccountKeepsItsRolesAndScopeAcrossARestart() {
    house.accounts.create("zhang", PASSWORD, Set.of(Role.OFFICER), Scope.parse("1302"), ROOT);

    Account account = house.restarted().accounts.get("zhang").orElseThrow();

    assertThat(account.roles()).containsExactly(Role.OFFICER);
    assertThat(account.scope().code()).isEqualTo("130200");
    assertThat(account.locked()).isFalse();
  }

  @Test
  void noPasswordIsStoredInTheClear() {
    assertThat(house.registry.dump()).doesNotContain(PASSWORD).contains("$2a$");
  }

  @ParameterizedTest
  @CsvSource({
    "Short-1, password-too-short",
    "alllowercase1, password-too-simple",
    "Zhang-2026, password-holds-user",
    "Aa1Aa1Aa1Aa1Aa1A, password-too-simple"
  })
  void aWeakPasswordIsRefusedByName(String password, String fault) {
    Refusal refusal =
        refused(() -> house.accounts.create("zhang", password, officer(), Scope.ROOT, ROOT));

    assertThat(refusal.code()).isEqualTo("bad-password");
    assertThat(refusal.faults().get(0).code()).isEqualTo(fault);
    assertThat(refusal.faults().get(0).pointer()).isEqualTo("/password");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "-zhang", "zh ang", "zhang\t"})
  void aMalformedUserNameIsRefused(String user) {
    String name = user.equals("zhang\t") ? "zh\tang" : user;
    assertThat(refused(() -> create(name)).code()).isEqualTo("bad-user");
  }

  @Test
  void namesThatDifferInCaseAreOneAccount() {
    create("Zhang");

    assertThat(refused(() -> create("zhANG")).code()).isEqualTo("user-exists");
  }

  @Test
  void aChineseUserNameIsFine() {
    assertThat(create("张三").user()).isEqualTo("张三");
  }

  @Test
  void nobodyGivesAwayMoreThanTheyHave() {
    assertThat(grantFromHebei(Scope.parse("130200"))).isEqualTo("made");
    assertThat(grantFromHebei(Scope.ofEnterprise(CEMENT))).isEqualTo("made");
    assertThat(grantFromHebei(Scope.ROOT)).isEqualTo("beyond-scope");
    assertThat(grantFromHebei(Scope.parse("14"))).isEqualTo("beyond-scope");
    assertThat(grantFromHebei(Scope.ofEnterprise(STEEL))).isEqualTo("beyond-scope");
    assertThat(grantFromHebei(Scope.ofEnterprise("UNHEARD-OF"))).isEqualTo("beyond-scope");
  }

  @Test
  void nobodyTouchesAnAccountBeyondTheirScope() {
    assertThat(refused(() -> house.accounts.lock("root", HEBEI)).code()).isEqualTo("beyond-scope");
    assertThat(refused(() -> house.accounts.changePassword("root", PASSWORD + "x", HEBEI)).code())
        .isEqualTo("beyond-scope");
  }

  @Test
  void theLastAdministratorStays() {
    assertThat(refused(() -> house.accounts.lock("root", ROOT)).code())
        .isEqualTo("last-administrator");
    assertThat(refused(() -> house.accounts.update("root", officer(), Scope.ROOT, ROOT)).code())
        .isEqualTo("last-administrator");

    house.accounts.create("second", PASSWORD, Set.of(Role.SECURITY_ADMIN), Scope.ROOT, ROOT);
    assertThat(house.accounts.lock("root", ROOT).locked()).isTrue();
  }

  @Test
  void everyChangeIsInTheAuditTrailWithoutSecrets() {
    create("zhang");
    house.accounts.update("zhang", Set.of(Role.AUDITOR), Scope.ROOT, ROOT);
    house.accounts.changePassword("zhang", "Other-Sky-2027", ROOT);
    house.accounts.lock("zhang", ROOT);
    house.accounts.unlock("zhang", ROOT);

    assertThat(house.audit.actions())
        .endsWith(
            "account.create",
            "account.update",
            "account.password",
            "account.lock",
            "account.unlock");
    assertThat(house.audit.list(null, null, null, 100).items().toString())
        .doesNotContain("Sky")
        .doesNotContain("$2a$");
  }

  @Test
  void whileTheDatabaseHasNotBeenReadTheServerSaysSo() {
    house.registry.goAway();
    House blind = house.restarted();

    Refusal refusal = refused(blind.accounts::list);

    assertThat(refusal.kind().status()).isEqualTo(503);
    assertThat(refusal.retryAfterSeconds()).isPositive();
    house.registry.comeBack();
    assertThat(blind.accounts.list()).hasSize(1);
  }

  private Account create(String user) {
    return house.accounts.create(user, PASSWORD, officer(), Scope.ROOT, ROOT);
  }

  private String grantFromHebei(Scope scope) {
    String user = "u" + Math.abs(scope.code().hashCode());
    try {
      house.accounts.create(user, PASSWORD, officer(), scope, HEBEI);
      return "made";
    } catch (Refusal refusal) {
      return refusal.code();
    }
  }

  private static Set<Role> officer() {
    return Set.of(Role.OFFICER);
  }

  private static Refusal refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(Refusal.class, call);
  }
}
