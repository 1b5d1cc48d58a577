package org.qingmen.security;

import java.time.Instant;
import java.util.Set;

/**
 * A token, shown this once; the server keeps its SHA-256 only.
 *
 * @param token 256 random bits, base64url
 * @param expires when it stops serving
 * @param user whose it is
 * @param roles what it may do now
 * @param scope where it may do it now
 */
public record IssuedToken(
    String token, Instant expires, String user, Set<Role> roles, Scope scope) {

  public IssuedToken {
    roles = Set.copyOf(roles);
  }

  /** Without the secret, so that it never reaches a log. */
  @Override
  public String toString() {
    return "IssuedToken[" + user + ", expires " + expires + "]";
  }
}
