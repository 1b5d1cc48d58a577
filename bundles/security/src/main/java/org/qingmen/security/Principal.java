package org.qingmen.security;

import java.util.EnumSet;
import java.util.Set;

/**
 * Somebody who proved who they are.
 *
 * @param name user name, or the id of the device
 * @param roles what they may do
 * @param scope where they may do it
 * @param deviceId id of the device that signed; null for a person or system with a token
 */
public record Principal(String name, Set<Role> roles, Scope scope, String deviceId) {

  public Principal {
    roles = Set.copyOf(roles);
  }

  /** The server itself, acting everywhere. */
  public static Principal server(String part) {
    return new Principal("server:" + part, EnumSet.allOf(Role.class), Scope.ROOT, null);
  }

  /** Whether they have at least one of these roles. */
  public boolean hasAny(Role... wanted) {
    for (Role role : wanted) {
      if (roles.contains(role)) {
        return true;
      }
    }
    return false;
  }

  /** How they appear as the source of a record: {@code device:ID} or {@code user:NAME}. */
  public String source() {
    return deviceId == null ? "user:" + name : "device:" + deviceId;
  }
}
