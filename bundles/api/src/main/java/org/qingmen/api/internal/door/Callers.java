package org.qingmen.api.internal.door;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.qingmen.security.Principal;
import org.qingmen.security.Scope;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.refusal.Refusal.Kind;

/** Who calls, and whether something lies within their scope. */
public final class Callers {

  private static final String PROPERTY = "org.qingmen.caller";

  private Callers() {}

  static void set(ContainerRequestContext request, Principal caller) {
    request.setProperty(PROPERTY, caller);
  }

  /** Who calls. */
  public static Principal of(ContainerRequestContext request) {
    return (Principal) request.getProperty(PROPERTY);
  }

  /** Enterprise the caller is bound to, null for none. */
  public static String enterprise(Principal caller) {
    return caller.scope().enterprise();
  }

  /**
   * Division prefix the caller is bound to; empty for everywhere and for an enterprise's people.
   */
  public static String division(Principal caller) {
    String prefix = caller.scope().divisionPrefix();
    return prefix == null ? "" : prefix;
  }

  /**
   * Lets pass only what lies within the caller's scope; what does not is as if it were not there.
   */
  public static void require(Principal caller, Enterprises enterprises, String enterprise) {
    require(caller, enterprises, enterprise, enterprise);
  }

  /**
   * The same for something of an enterprise's: the refusal names only what was asked for, as if it
   * were unknown.
   */
  public static void require(
      Principal caller, Enterprises enterprises, String enterprise, String asked) {
    boolean inside =
        enterprises
            .find(enterprise)
            .map(found -> caller.scope().allows(found.id(), found.division()))
            .orElse(enterprise != null && enterprise.equals(caller.scope().enterprise()));
    if (!inside) {
      throw Problems.refusal(Kind.NOT_FOUND, "not-found", String.valueOf(asked));
    }
  }

  /** Lets pass only what concerns a division within the caller's scope. */
  public static void requireDivision(Principal caller, String division) {
    if (!caller.scope().allowsDivision(division)) {
      throw Problems.refusal(Kind.FORBIDDEN, "division", String.valueOf(division));
    }
  }

  /** The enterprise to list for: the caller's own when bound to one, else the one asked for. */
  public static String narrowed(Principal caller, Enterprises enterprises, String asked) {
    Scope scope = caller.scope();
    if (asked != null) {
      require(caller, enterprises, asked);
      return asked;
    }
    return scope.enterprise();
  }
}
