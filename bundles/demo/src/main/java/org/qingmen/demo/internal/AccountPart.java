package org.qingmen.demo.internal;

import java.util.EnumSet;
import org.qingmen.model.Division;
import org.qingmen.security.Accounts;
import org.qingmen.security.Principal;
import org.qingmen.security.Role;
import org.qingmen.security.Scope;

/** One account for each role that a person can have, with made-up passwords. */
final class AccountPart {

  private final Accounts accounts;
  private final Province province;

  AccountPart(Accounts accounts, Province province) {
    this.accounts = accounts;
    this.province = province;
  }

  void load(Principal actor) {
    Scope everywhere = Scope.ROOT;
    Scope city = Scope.of(new Division(province.cities().get(1).division()));
    for (Role role : EnumSet.complementOf(EnumSet.of(Role.DEVICE, Role.ENTERPRISE))) {
      provision(role.code(), role, everywhere, actor);
    }
    provision("officer-shichuan", Role.OFFICER, city, actor);
    Scope cement = Scope.ofEnterprise(RegistryPart.code(province, 1));
    provision("enterprise", Role.ENTERPRISE, cement, actor);
  }

  private void provision(String user, Role role, Scope scope, Principal actor) {
    if (accounts.get(user).isEmpty()) {
      accounts.provision(user, EnumSet.of(role), scope, actor);
    }
  }
}
