package org.qingmen.security;

import java.time.Instant;
import java.util.Set;

/**
 * An account, without its password.
 *
 * @param user user name: 2 to 50 letters, digits, {@code . _ - @}
 * @param roles what they may do
 * @param scope where they may do it
 * @param locked whether an administrator locked it
 * @param passwordChanged when the password was last set
 * @param version version of the account, rises with each change
 */
public record Account(
    String user,
    Set<Role> roles,
    Scope scope,
    boolean locked,
    Instant passwordChanged,
    long version) {

  public Account {
    roles = Set.copyOf(roles);
  }
}
