package org.qingmen.security.internal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.security.Account;
import org.qingmen.security.IssuedToken;
import org.qingmen.security.Principal;
import org.qingmen.security.Tokens;
import org.qingmen.store.AuditTrail;
import org.qingmen.store.DocumentCache;
import org.qingmen.store.Registry;

/** Tokens, in the registry by their hash and in memory. */
@Component(configurationPid = SecurityConfig.PID)
public final class TokenBook implements Tokens {

  private static final int BYTES = 32;
  private static final int LONGEST = 200;

  private final Registry registry;
  private final AuditTrail audit;
  private final AccountBook accounts;
  private final Duration life;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final DocumentCache<StoredToken> tokens;

  /** Ended here, though the database may not know it yet. */
  private final Set<String> ended = ConcurrentHashMap.newKeySet();

  /** Wired by the container. */
  @Activate
  public TokenBook(
      @Reference Registry registry,
      @Reference AuditTrail audit,
      @Reference AccountBook accounts,
      SecurityConfig config) {
    this(registry, audit, accounts, SecuritySettings.of(config).tokenLife(), Clock.systemUTC());
  }

  TokenBook(Registry registry, AuditTrail audit, AccountBook accounts, Duration life, Clock clock) {
    this.registry = registry;
    this.audit = audit;
    this.accounts = accounts;
    this.life = life;
    this.clock = clock;
    tokens = new DocumentCache<>(registry, StoredToken.KIND, StoredToken::read);
  }

  @Deactivate
  void close() {
    tokens.close();
  }

  @Override
  public IssuedToken issue(String user, String password) {
    StoredAccount stored = accounts.signIn(user, password);
    Account account = stored.account();
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    Instant expires = clock.instant().plus(life).truncatedTo(ChronoUnit.SECONDS);
    registry.put(
        new StoredToken(hash(token), account.user(), stored.epoch(), expires).draft(),
        "user:" + account.user(),
        0L);
    audit.append("user:" + account.user(), "token.issue", account.user(), null);
    forgetExpired(account.user());
    return new IssuedToken(token, expires, account.user(), account.roles(), account.scope());
  }

  @Override
  public Optional<Principal> authenticate(String token) {
    if (token == null || token.length() > LONGEST) {
      return Optional.empty();
    }
    accounts.ready();
    if (!tokens.loaded()) {
      throw Texts.notReady();
    }
    String hash = hash(token);
    return tokens.get(hash).filter(known -> !ended.contains(hash)).flatMap(this::owner);
  }

  @Override
  public void revoke(String token) {
    String hash = hash(token);
    tokens
        .get(hash)
        .ifPresent(
            known -> {
              ended.add(hash);
              registry.delete(StoredToken.KIND, hash, "user:" + known.user());
              ended.remove(hash);
              audit.append("user:" + known.user(), "token.revoke", known.user(), null);
            });
  }

  @Override
  public void revokeAll(String user) {
    accounts.signOut(user);
  }

  private Optional<Principal> owner(StoredToken token) {
    if (!token.expires().isAfter(clock.instant())) {
      return Optional.empty();
    }
    return accounts
        .stored(token.user())
        .filter(stored -> stored.epoch() == token.epoch() && !stored.account().locked())
        .map(StoredAccount::account)
        .map(account -> new Principal(account.user(), account.roles(), account.scope(), null));
  }

  private void forgetExpired(String user) {
    Instant now = clock.instant();
    for (StoredToken token : tokens.all()) {
      if (token.user().equals(user) && token.expires().isBefore(now)) {
        registry.delete(StoredToken.KIND, token.hash(), "user:" + user);
      }
    }
  }

  private static String hash(String token) {
    return Digests.sha256Hex(token.getBytes(StandardCharsets.UTF_8));
  }
}
