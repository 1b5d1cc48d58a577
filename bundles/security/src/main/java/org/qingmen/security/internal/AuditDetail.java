package org.qingmen.security.internal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.qingmen.security.Account;
import org.qingmen.security.Role;

/** Details for the audit trail; never a secret or a hash of one. */
final class AuditDetail {

  private AuditDetail() {}

  static String of(StoredAccount stored) {
    Account account = stored.account();
    ObjectNode detail = JsonNodeFactory.instance.objectNode();
    account.roles().stream().map(Role::code).sorted().forEach(detail.withArray("/roles")::add);
    detail.put("scope", account.scope().code());
    detail.put("locked", account.locked());
    return detail.toString();
  }

  static String of(String name, String value) {
    return JsonNodeFactory.instance.objectNode().put(name, value).toString();
  }

  static String of(String name, long value) {
    return JsonNodeFactory.instance.objectNode().put(name, value).toString();
  }
}
