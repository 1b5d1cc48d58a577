package org.qingmen.security.internal;

import java.util.EnumSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.security.Principal;
import org.qingmen.security.Role;
import org.qingmen.security.Scope;
import org.qingmen.spi.health.HealthCheck;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.store.Registry;
import org.qingmen.store.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the account {@code admin} when there is no account at all, as soon as the database can be
 * reached. There is no default password: it is taken from {@code QINGMEN_ADMIN_PASSWORD} or made
 * up, and noted in {@code accounts.txt}.
 */
@Component(immediate = true, service = HealthCheck.class)
public final class FirstStart implements HealthCheck {

  static final String ADMIN = "admin";

  private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

  private final AccountBook accounts;
  private final String givenPassword;
  private final Registry.Registration reaching;
  private volatile boolean looked;
  private volatile String complaint = "the database has not been reached yet";

  /** Wired by the container. */
  @Activate
  public FirstStart(@Reference Registry registry, @Reference AccountBook accounts) {
    this(registry, accounts, System.getenv("QINGMEN_ADMIN_PASSWORD"));
  }

  FirstStart(Registry registry, AccountBook accounts, String givenPassword) {
    this.accounts = accounts;
    this.givenPassword = givenPassword;
    reaching = registry.whenReachable(this::letSomebodyIn);
  }

  @Deactivate
  void close() {
    reaching.close();
  }

  private synchronized void letSomebodyIn() {
    if (!accounts.loaded()) {
      return;
    }
    try {
      complaint = accounts.list().isEmpty() ? makeAdministrator() : "";
      looked = true;
    } catch (StoreUnavailableException e) {
      complaint = e.getMessage();
    }
  }

  private String makeAdministrator() {
    try {
      Principal server = Principal.server("first-start");
      if (givenPassword == null || givenPassword.isEmpty()) {
        accounts.provision(ADMIN, EnumSet.allOf(Role.class), Scope.ROOT, server);
      } else {
        accounts.provision(ADMIN, givenPassword, EnumSet.allOf(Role.class), Scope.ROOT, server);
      }
      LOG.info("First start: the account {} is noted in {}", ADMIN, accounts.notes());
      return "";
    } catch (Refusal refusal) {
      String reason = "QINGMEN_ADMIN_PASSWORD is refused: " + reason(refusal);
      LOG.error("No account was made. {} Start again with another password.", reason);
      return reason;
    }
  }

  private static String reason(Refusal refusal) {
    return refusal.faults().isEmpty() ? refusal.why().en() : refusal.faults().get(0).message().en();
  }

  @Override
  public String name() {
    return "accounts";
  }

  /** Essential until accounts and keys were read once: before that nobody can be known. */
  @Override
  public Status check() {
    return new Status(complaint.isEmpty(), !looked, complaint);
  }
}
