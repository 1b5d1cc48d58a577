package org.qingmen.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The accounts of the server. Nobody can give away more than they have: the scope of an account
 * lies within the scope of whoever makes it. At least one unlocked account with {@link
 * Role#SECURITY_ADMIN} at root scope always remains.
 *
 * <p>Refusals: {@code bad-user}, {@code bad-password}, {@code no-roles}, {@code bad-scope}, {@code
 * user-exists}, {@code unknown-user}, {@code beyond-scope}, {@code last-administrator}.
 */
public interface Accounts {

  /**
   * Makes an account.
   *
   * @param password at least 8 characters of at least three kinds, more than the user name
   * @param actor who makes it, for the audit trail
   */
  Account create(String user, String password, Set<Role> roles, Scope scope, Principal actor);

  /**
   * Makes an account with a made-up password, which is noted in {@code $QINGMEN_DATA/accounts.txt}
   * (0600) and nowhere else; for the first start and the demonstration.
   */
  Account provision(String user, Set<Role> roles, Scope scope, Principal actor);

  /** All accounts by user name; the caller shows those within the reader's scope. */
  List<Account> list();

  /** The account with this user name. */
  Optional<Account> get(String user);

  /** Gives an account other roles or another scope; its tokens see the change at once. */
  Account update(String user, Set<Role> roles, Scope scope, Principal actor);

  /** Sets a new password; the account's tokens are revoked. */
  void changePassword(String user, String password, Principal actor);

  /** Locks an account and revokes its tokens. */
  Account lock(String user, Principal actor);

  /** Unlocks an account, also one that waits after failed sign-ins. */
  Account unlock(String user, Principal actor);
}
