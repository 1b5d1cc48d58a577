package org.qingmen.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.qingmen.security.internal.House.PASSWORD;
import static org.qingmen.security.internal.House.ROOT;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingmen.security.IssuedToken;
import org.qingmen.security.Principal;
import org.qingmen.security.Role;
import org.qingmen.security.Scope;
import org.qingmen.spi.refusal.Refusal;

class TokensTest {

  @TempDir Path data;
  private House house;

  @BeforeEach
  void open() {
    house = new House(data);
    house.administrator();
    house.accounts.create("zhang", PASSWORD, Set.of(Role.OFFICER), Scope.parse("13"), ROOT);
  }

  @Test
  void aTokenIs256RandomBitsAndOnlyItsHashIsStored() {
    String token = signIn().token();

    assertThat(Base64.getUrlDecoder().decode(token)).hasSize(32);
    assertThat(house.registry.dump()).doesNotContain(token);
  }

  @Test
  void aTokenServesAlsoAfterARestart() {
    String token = signIn().token();

    Principal principal = house.restarted().tokens.authenticate(token).orElseThrow();

    assertThat(principal.name()).isEqualTo("zhang");
    assertThat(principal.roles()).containsExactly(Role.OFFICER);
    assertThat(principal.scope()).isEqualTo(Scope.parse("130000"));
    assertThat(principal.deviceId()).isNull();
  }

  @Test
  void aTokenExpires() {
    String token = signIn().token();

    house.clock.advance(Duration.ofHours(12));

    assertThat(house.tokens.authenticate(token)).isEmpty();
  }

  @Test
  void expiredTokensAreForgottenAtTheNextSignIn() {
    signIn();
    house.clock.advance(Duration.ofHours(13));
    signIn();

    assertThat(house.registry.all(StoredToken.KIND)).hasSize(1);
  }

  @Test
  void aRevokedTokenEndsAtOnce() {
    String token = signIn().token();

    house.tokens.revoke(token);

    assertThat(house.tokens.authenticate(token)).isEmpty();
    assertThat(house.restarted().tokens.authenticate(token)).isEmpty();
  }

  @Test
  void aRevokedTokenEndsEvenWhileTheDatabaseIsAway() {
    String token = signIn().token();
    house.registry.goAway();

    catchThrowableOfType(
        org.qingmen.store.StoreUnavailableException.class, () -> house.tokens.revoke(token));

    assertThat(house.tokens.authenticate(token)).isEmpty();
  }

  @Test
  void newRolesAreSeenByATokenIssuedBefore() {
    String token = signIn().token();

    house.accounts.update("zhang", Set.of(Role.AUDITOR), Scope.parse("1302"), ROOT);

    Principal principal = house.tokens.authenticate(token).orElseThrow();
    assertThat(principal.roles()).containsExactly(Role.AUDITOR);
    assertThat(principal.scope().code()).isEqualTo("130200");
  }

  @Test
  void aNewPasswordALockAndRevokingAllEndEveryToken() {
    String first = signIn().token();
    house.accounts.changePassword("zhang", "Other-Sky-2027", ROOT);
    assertThat(house.tokens.authenticate(first)).isEmpty();

    String second = house.tokens.issue("zhang", "Other-Sky-2027").token();
    house.tokens.revokeAll("zhang");
    assertThat(house.tokens.authenticate(second)).isEmpty();

    String third = house.tokens.issue("zhang", "Other-Sky-2027").token();
    house.accounts.lock("zhang", ROOT);
    house.accounts.unlock("zhang", ROOT);
    assertThat(house.tokens.authenticate(third)).isEmpty();
  }

  @Test
  void aWrongPasswordAndAnUnknownUserLookTheSame() {
    Refusal wrong = refused("zhang", "Wrong-Sky-2026");
    Refusal unknown = refused("nobody", "Wrong-Sky-2026");

    assertThat(wrong.code()).isEqualTo("bad-credentials").isEqualTo(unknown.code());
    assertThat(wrong.kind().status()).isEqualTo(401);
    assertThat(wrong.what().zh()).isEqualTo(unknown.what().zh());
  }

  @Test
  void aLockedAccountCannotSignIn() {
    house.accounts.lock("zhang", ROOT);

    assertThat(refused("zhang", PASSWORD).code()).isEqualTo("account-locked");
    assertThat(refused("zhang", "Wrong-Sky-2026").code()).isEqualTo("bad-credentials");
  }

  @Test
  void whoeverGuessesHasToWaitLongerEachTime() {
    for (int i = 0; i < 3; i++) {
      refused("zhang", "Wrong-Sky-2026");
    }
    Refusal waiting = refused("zhang", PASSWORD);
    assertThat(waiting.code()).isEqualTo("too-many-attempts");
    assertThat(waiting.kind().status()).isEqualTo(429);
    int first = waiting.retryAfterSeconds();

    house.clock.advance(Duration.ofSeconds(first));
    assertThat(refused("zhang", "Wrong-Sky-2026").code()).isEqualTo("bad-credentials");
    assertThat(refused("zhang", PASSWORD).retryAfterSeconds()).isGreaterThan(first);

    house.clock.advance(Duration.ofMinutes(15));
    assertThat(signIn().user()).isEqualTo("zhang");
  }

  @Test
  void anAdministratorEndsTheWait() {
    for (int i = 0; i < 3; i++) {
      refused("zhang", "Wrong-Sky-2026");
    }

    house.accounts.unlock("zhang", ROOT);

    assertThat(signIn().user()).isEqualTo("zhang");
  }

  @Test
  void aTokenShowsItsSecretNeitherInTextNorToNonsense() {
    IssuedToken issued = signIn();

    assertThat(issued.toString()).doesNotContain(issued.token());
    assertThat(house.tokens.authenticate(null)).isEmpty();
    assertThat(house.tokens.authenticate("x".repeat(1_000_000))).isEmpty();
    assertThat(house.tokens.authenticate(issued.token() + "x")).isEmpty();
  }

  private IssuedToken signIn() {
    return house.tokens.issue("zhang", PASSWORD);
  }

  private Refusal refused(String user, String password) {
    return catchThrowableOfType(Refusal.class, () -> house.tokens.issue(user, password));
  }
}
