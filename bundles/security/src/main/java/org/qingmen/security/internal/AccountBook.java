package org.qingmen.security.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.qingmen.security.Account;
import org.qingmen.security.Accounts;
import org.qingmen.security.Principal;
import org.qingmen.security.Role;
import org.qingmen.security.Scope;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.store.AuditTrail;
import org.qingmen.store.Document;
import org.qingmen.store.DocumentCache;
import org.qingmen.store.Registry;

/** The accounts, in the registry and in memory. */
@Component(
    service = {Accounts.class, AccountBook.class},
    configurationPid = SecurityConfig.PID)
@Designate(ocd = SecurityConfig.class)
public final class AccountBook implements Accounts {

  private static final int LONGEST_QUEUE_SECONDS = 10;

  private final Registry registry;
  private final AuditTrail audit;
  private final AccountRules rules;
  private final Passwords passwords;
  private final Attempts attempts;
  private final Clock clock;
  private final AccountsFile file;
  private final DocumentCache<StoredAccount> accounts;
  private final Semaphore hashing =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

  /** Wired by the container. */
  @Activate
  public AccountBook(
      @Reference Registry registry,
      @Reference AuditTrail audit,
      @Reference Enterprises enterprises,
      BundleContext bundles,
      SecurityConfig config) {
    this(
        registry,
        audit,
        enterprises,
        new AccountsFile(DataFiles.directory(bundles)),
        SecuritySettings.of(config),
        Clock.systemUTC());
  }

  AccountBook(
      Registry registry,
      AuditTrail audit,
      Enterprises enterprises,
      AccountsFile file,
      SecuritySettings settings,
      Clock clock) {
    this.registry = registry;
    this.audit = audit;
    this.file = file;
    this.clock = clock;
    rules = new AccountRules(enterprises);
    passwords = new Passwords(settings.bcryptCost());
    attempts = new Attempts(settings.failures(), settings.firstDelay(), clock);
    accounts = new DocumentCache<>(registry, StoredAccount.KIND, StoredAccount::read);
  }

  @Deactivate
  void close() {
    accounts.close();
  }

  @Override
  public synchronized Account create(
      String name, String password, Set<Role> roles, Scope scope, Principal actor) {
    String user = AccountRules.canonical(name);
    checkNew(user, password, roles, scope, actor);
    Account account = new Account(user, roles, scope, false, now(), 0);
    return save(new StoredAccount(account, passwords.hash(password), 1), "account.create", actor);
  }

  @Override
  public synchronized Account provision(
      String name, Set<Role> roles, Scope scope, Principal actor) {
    String user = AccountRules.canonical(name);
    return provision(user, file.passwordOf(user).orElseGet(passwords::madeUp), roles, scope, actor);
  }

  /** Notes the password first: an account whose password nobody knows helps nobody. */
  synchronized Account provision(
      String user, String password, Set<Role> roles, Scope scope, Principal actor) {
    checkNew(user, password, roles, scope, actor);
    file.note(user, password, roles, scope);
    return create(user, password, roles, scope, actor);
  }

  @Override
  public List<Account> list() {
    ready();
    return accounts.all().stream()
        .map(StoredAccount::account)
        .sorted(Comparator.comparing(Account::user))
        .toList();
  }

  @Override
  public Optional<Account> get(String user) {
    ready();
    return stored(user).map(StoredAccount::account);
  }

  @Override
  public synchronized Account update(String user, Set<Role> roles, Scope scope, Principal actor) {
    StoredAccount before = reachable(user, actor);
    rules.checkGrant(roles, scope, actor);
    return saveIfAdministered(before.granted(roles, scope), "account.update", actor);
  }

  @Override
  public synchronized void changePassword(String user, String password, Principal actor) {
    StoredAccount before = reachable(user, actor);
    rules.checkPassword(before.account().user(), password);
    save(before.withPassword(passwords.hash(password), now()), "account.password", actor);
    attempts.succeeded(before.account().user());
  }

  @Override
  public synchronized Account lock(String user, Principal actor) {
    return saveIfAdministered(reachable(user, actor).locked(true), "account.lock", actor);
  }

  @Override
  public synchronized Account unlock(String user, Principal actor) {
    StoredAccount before = reachable(user, actor);
    attempts.succeeded(before.account().user());
    return save(before.locked(false), "account.unlock", actor);
  }

  /** Ends all tokens of a user. */
  synchronized void signOut(String user) {
    stored(user)
        .ifPresent(
            account -> save(account.signedOut(), "token.revoke-all", Principal.server("security")));
  }

  /** The account of whoever knows its password; refuses by name otherwise. */
  StoredAccount signIn(String name, String password) {
    ready();
    String user = AccountRules.canonical(name);
    attempts.check(user);
    Optional<StoredAccount> account = stored(user);
    if (!fits(password == null ? "" : password, account)) {
      attempts.failed(user);
      audit.append("user:" + user, "token.refused", user, "{\"code\":\"bad-credentials\"}");
      throw Texts.unauthenticated("bad-credentials");
    }
    attempts.succeeded(user);
    StoredAccount known = account.orElseThrow();
    if (known.account().locked()) {
      throw Texts.forbidden("account-locked", user);
    }
    return known;
  }

  /** The account as stored. */
  Optional<StoredAccount> stored(String user) {
    return accounts.get(AccountRules.canonical(user));
  }

  void ready() {
    if (!loaded()) {
      throw Texts.notReady();
    }
  }

  boolean loaded() {
    return accounts.loaded();
  }

  /** Where made-up passwords are noted. */
  Path notes() {
    return file.path();
  }

  private void checkNew(
      String user, String password, Set<Role> roles, Scope scope, Principal actor) {
    rules.checkUser(user);
    rules.checkPassword(user, password);
    rules.checkGrant(roles, scope, actor);
    ready();
    if (accounts.get(user).isPresent()) {
      throw Texts.conflict("user-exists", user);
    }
  }

  private boolean fits(String password, Optional<StoredAccount> account) {
    if (password.length() > Passwords.LONGEST) {
      return false;
    }
    if (!admitted()) {
      throw Texts.tooMany("too-many-sign-ins", 1);
    }
    try {
      return passwords.fits(password, account.map(StoredAccount::hash));
    } finally {
      hashing.release();
    }
  }

  /** Hashing is slow on purpose; however many sign in, processors are left for records. */
  private boolean admitted() {
    try {
      return hashing.tryAcquire(LONGEST_QUEUE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private StoredAccount reachable(String user, Principal actor) {
    ready();
    StoredAccount account = stored(user).orElseThrow(() -> Texts.notFound("unknown-user", user));
    rules.checkReach(account.account().scope(), actor);
    return account;
  }

  private Account saveIfAdministered(StoredAccount changed, String action, Principal actor) {
    List<Account> after = new ArrayList<>(list());
    after.removeIf(account -> account.user().equals(changed.account().user()));
    after.add(changed.account());
    AccountRules.checkAdministratorRemains(after);
    return save(changed, action, actor);
  }

  private Account save(StoredAccount changed, String action, Principal actor) {
    Document saved = registry.put(changed.draft(), actor.source(), changed.version());
    audit.append(actor.source(), action, changed.account().user(), AuditDetail.of(changed));
    return StoredAccount.read(saved).account();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
