package org.qingmen.api.internal.queries;

import org.qingmen.api.internal.door.Problems;
import org.qingmen.api.internal.door.Query;
import org.qingmen.security.Principal;
import org.qingmen.spi.refusal.Refusal.Kind;

/** Divisions that are asked for, held against the caller's. */
final class Scopes {

  private Scopes() {}

  /**
   * Leading digits of the divisions to read: those asked for, or the caller's own when they ask for
   * more; a foreign one is as if it were not there.
   *
   * @param asked a GB/T 2260 code or its leading digits, null for the caller's own
   */
  static String division(Principal caller, String asked) {
    String own = caller.scope().divisionPrefix();
    if (asked == null) {
      return own;
    }
    if (!asked.matches("([0-9]{2}){1,3}")) {
      throw Query.bad("division", asked);
    }
    String prefix = asked.replaceFirst("(00)+$", "");
    if (own == null || prefix.startsWith(own)) {
      return prefix;
    }
    if (own.startsWith(prefix)) {
      return own;
    }
    throw Problems.refusal(Kind.NOT_FOUND, "not-found", asked);
  }
}
