package org.qingmen.api.internal.registries;

import org.qingmen.model.Coded;
import org.qingmen.security.Principal;
import org.qingmen.security.Role;
import org.qingmen.supervision.registers.Imports;
import org.qingmen.supervision.registers.RegisterKind;

/** A caller who imports. */
record Importer(Principal caller) implements Imports.Uploader {

  @Override
  public String actor() {
    return caller.source();
  }

  @Override
  public boolean sees(String enterprise, String division) {
    return caller.scope().allows(enterprise, division);
  }

  @Override
  public boolean covers(String division) {
    return caller.scope().allowsDivision(division);
  }

  @Override
  public String division() {
    return caller.scope().division() == null ? null : caller.scope().division().code();
  }

  /** Whether the caller may write a register at all. */
  boolean may(RegisterKind kind) {
    return kind.write().stream()
        .flatMap(code -> Coded.of(Role.class, code).stream())
        .anyMatch(caller.roles()::contains);
  }
}
