package org.qingmen.security;

import java.util.Optional;

/** Bearer tokens: opaque, revocable at once, and still good after a restart. */
public interface Tokens {

  /**
   * Signs somebody in.
   *
   * <p>Refusals: {@code bad-credentials} (the same for an unknown user and a wrong password),
   * {@code account-locked}, {@code too-many-attempts} with the seconds to wait.
   */
  IssuedToken issue(String user, String password);

  /** Whose token this is, with their present roles and scope; empty when it does not serve. */
  Optional<Principal> authenticate(String token);

  /** Ends one token, at once; an unknown one is ignored. */
  void revoke(String token);

  /** Ends all tokens of a user, at once. */
  void revokeAll(String user);
}
