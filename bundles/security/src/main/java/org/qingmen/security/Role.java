package org.qingmen.security;

import org.qingmen.model.Coded;

/** What somebody may do; a person may have several roles. */
public enum Role implements Coded {
  /** Keeps the server running. */
  SYSTEM_ADMIN("system-admin"),
  /** Keeps accounts and devices' keys; sees no business data by this role. */
  SECURITY_ADMIN("security-admin"),
  /** Reads the audit trail and verifies it. */
  AUDITOR("auditor"),
  /** Runs the platform for a province. */
  PROVINCIAL_IT("provincial-it"),
  /** Writes rule packs. */
  RULE_AUTHOR("rule-author"),
  /** Puts rule packs into force. */
  RULE_APPROVER("rule-approver"),
  /** Connects devices and other systems. */
  INTEGRATOR("integrator"),
  /** Officer of an environment bureau. */
  OFFICER("officer"),
  /** Acts for one enterprise. */
  ENTERPRISE("enterprise"),
  /** A gate, camera or scale. */
  DEVICE("device");

  private final String code;

  Role(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
