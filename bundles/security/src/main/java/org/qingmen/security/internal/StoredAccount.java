package org.qingmen.security.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.qingmen.model.Coded;
import org.qingmen.security.Account;
import org.qingmen.security.Role;
import org.qingmen.security.Scope;
import org.qingmen.store.Document;
import org.qingmen.store.Draft;

/**
 * An account as the registry keeps it.
 *
 * @param account what others may see
 * @param hash bcrypt hash of the password
 * @param epoch rises when all its tokens end; a token of another epoch does not serve
 */
record StoredAccount(Account account, String hash, long epoch) {

  static final String KIND = "user";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Reads a registry document. */
  static StoredAccount read(Document document) {
    try {
      JsonNode body = JSON.readTree(document.body());
      Set<Role> roles = EnumSet.noneOf(Role.class);
      body.path("roles").forEach(code -> Coded.of(Role.class, code.asText()).ifPresent(roles::add));
      Account account =
          new Account(
              body.path("user").asText(),
              roles,
              Scope.parse(body.path("scope").asText()),
              body.path("locked").asBoolean(),
              Instant.parse(body.path("passwordChanged").asText()),
              document.version());
      return new StoredAccount(account, body.path("hash").asText(), body.path("epoch").asLong());
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new UncheckedIOException("user " + document.id() + " is not readable", e);
    }
  }

  /** What is stored. */
  Draft draft() {
    ObjectNode body = JSON.createObjectNode();
    body.put("user", account.user());
    account.roles().stream().map(Role::code).sorted().forEach(body.withArray("/roles")::add);
    body.put("scope", account.scope().code());
    body.put("locked", account.locked());
    body.put("passwordChanged", account.passwordChanged().toString());
    body.put("hash", hash);
    body.put("epoch", epoch);
    Scope scope = account.scope();
    String division = scope.division() == null ? null : scope.division().code();
    return new Draft(KIND, account.user(), scope.enterprise(), division, body.toString());
  }

  StoredAccount granted(Set<Role> roles, Scope scope) {
    return new StoredAccount(
        new Account(
            account.user(), roles, scope, account.locked(), account.passwordChanged(), version()),
        hash,
        epoch);
  }

  StoredAccount withPassword(String newHash, Instant at) {
    return new StoredAccount(
        new Account(
            account.user(), account.roles(), account.scope(), account.locked(), at, version()),
        newHash,
        epoch + 1);
  }

  StoredAccount locked(boolean locked) {
    return new StoredAccount(
        new Account(
            account.user(),
            account.roles(),
            account.scope(),
            locked,
            account.passwordChanged(),
            version()),
        hash,
        locked ? epoch + 1 : epoch);
  }

  StoredAccount signedOut() {
    return new StoredAccount(account, hash, epoch + 1);
  }

  long version() {
    return account.version();
  }
}
