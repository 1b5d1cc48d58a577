package org.qingmen.security.internal;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.qingmen.security.Account;
import org.qingmen.security.Principal;
import org.qingmen.security.Role;
import org.qingmen.security.Scope;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.intake.Enterprises;

/** What an account must be like, and who may hand it out. */
final class AccountRules {

  private static final Pattern USER = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{1,49}");

  private final Enterprises enterprises;

  AccountRules(Enterprises enterprises) {
    this.enterprises = enterprises;
  }

  /** The one spelling of a user name; names differ neither in case nor in composition. */
  static String canonical(String user) {
    return user == null
        ? ""
        : Normalizer.normalize(user.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  void checkUser(String user) {
    if (!USER.matcher(user).matches()) {
      throw Texts.invalid("bad-user").withFaults(List.of(Texts.fault("user-form", "/user")));
    }
  }

  void checkPassword(String user, String password) {
    Passwords.complaint(user, password)
        .ifPresent(
            rule -> {
              throw Texts.invalid("bad-password")
                  .withFaults(List.of(Texts.fault("password-" + rule, "/password")));
            });
  }

  /** Nobody gives away what lies beyond their own scope. */
  void checkGrant(Set<Role> roles, Scope scope, Principal actor) {
    if (roles == null || roles.isEmpty()) {
      throw Texts.invalid("no-roles").withFaults(List.of(Texts.fault("roles-empty", "/roles")));
    }
    if (scope == null) {
      throw Texts.invalid("bad-scope").withFaults(List.of(Texts.fault("scope-form", "/scope")));
    }
    checkReach(scope, actor);
  }

  /** Refuses when a scope reaches beyond the actor's. */
  void checkReach(Scope scope, Principal actor) {
    String division = enterprises.find(scope.enterprise()).map(Enterprise::division).orElse(null);
    if (!actor.scope().covers(scope, division)) {
      throw Texts.forbidden("beyond-scope", scope.code(), actor.scope().code());
    }
  }

  /** Somebody must remain who can let people in. */
  static void checkAdministratorRemains(Collection<Account> after) {
    if (after.stream().noneMatch(AccountRules::administers)) {
      throw Texts.conflict("last-administrator");
    }
  }

  private static boolean administers(Account account) {
    return !account.locked()
        && account.scope().isRoot()
        && account.roles().contains(Role.SECURITY_ADMIN);
  }
}
