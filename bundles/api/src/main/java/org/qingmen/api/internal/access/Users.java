package org.qingmen.api.internal.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.model.Coded;
import org.qingmen.security.Account;
import org.qingmen.security.Accounts;
import org.qingmen.security.Principal;
import org.qingmen.security.Role;
import org.qingmen.security.Scope;
import org.qingmen.security.Tokens;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.refusal.Refusal.Kind;

/** {@code /users}: accounts within the caller's scope. */
@Path("users")
@Component(service = ApiResource.class)
public final class Users implements ApiResource {

  private final Accounts accounts;
  private final Tokens tokens;
  private final Enterprises enterprises;

  @Activate
  public Users(
      @Reference Accounts accounts, @Reference Tokens tokens, @Reference Enterprises enterprises) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.enterprises = enterprises;
  }

  /** Accounts within the scope. */
  @GET
  public JsonNode list(@Context ContainerRequestContext request) {
    Principal caller = Callers.of(request);
    ObjectNode answer = Json.object();
    var items = answer.putArray("items");
    accounts.list().stream()
        .filter(account -> within(caller, account))
        .forEach(account -> write(items.addObject(), account));
    answer.putNull("next");
    return answer;
  }

  /** Makes an account. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(byte[] body, @Context ContainerRequestContext request) throws IOException {
    ObjectNode asked = Json.readObject(body);
    Account account =
        accounts.create(
            asked.path("user").asText(""),
            asked.path("password").asText(""),
            roles(asked),
            scope(asked),
            Callers.of(request));
    return Response.status(Response.Status.CREATED).entity(json(account)).build();
  }

  /** One account. */
  @GET
  @Path("{user}")
  public JsonNode one(@PathParam("user") String user, @Context ContainerRequestContext request) {
    return json(found(user, request));
  }

  /** Other roles or another scope; what is left out stays. */
  @PUT
  @Path("{user}")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonNode update(
      @PathParam("user") String user, byte[] body, @Context ContainerRequestContext request)
      throws IOException {
    Account present = found(user, request);
    ObjectNode asked = Json.readObject(body);
    return json(
        accounts.update(
            user,
            asked.has("roles") ? roles(asked) : present.roles(),
            asked.has("scope") ? scope(asked) : present.scope(),
            Callers.of(request)));
  }

  /** A new password: one's own with the present one, others' by a security administrator. */
  @POST
  @Path("{user}/password")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response password(
      @PathParam("user") String user, byte[] body, @Context ContainerRequestContext request)
      throws IOException {
    Principal caller = Callers.of(request);
    ObjectNode asked = Json.readObject(body);
    if (user.equals(caller.name()) && caller.deviceId() == null) {
      proveIdentity(user, asked.path("current").asText(""));
    } else if (caller.hasAny(Role.SECURITY_ADMIN)) {
      found(user, request);
    } else {
      throw Problems.refusal(Kind.FORBIDDEN, "role", Role.SECURITY_ADMIN.code());
    }
    accounts.changePassword(user, asked.path("password").asText(""), caller);
    return Response.noContent().build();
  }

  /** Locks an account. */
  @POST
  @Path("{user}/lock")
  public JsonNode lock(@PathParam("user") String user, @Context ContainerRequestContext request) {
    found(user, request);
    return json(accounts.lock(user, Callers.of(request)));
  }

  /** Unlocks an account. */
  @POST
  @Path("{user}/unlock")
  public JsonNode unlock(@PathParam("user") String user, @Context ContainerRequestContext request) {
    found(user, request);
    return json(accounts.unlock(user, Callers.of(request)));
  }

  private void proveIdentity(String user, String current) {
    try {
      tokens.revoke(tokens.issue(user, current).token());
    } catch (org.qingmen.spi.refusal.Refusal e) {
      throw Problems.refusal(Kind.FORBIDDEN, "wrong-password");
    }
  }

  private Account found(String user, ContainerRequestContext request) {
    return accounts
        .get(user)
        .filter(account -> within(Callers.of(request), account))
        .orElseThrow(() -> Problems.refusal(Kind.NOT_FOUND, "not-found", user));
  }

  private boolean within(Principal caller, Account account) {
    String enterprise = account.scope().enterprise();
    String division =
        enterprise == null
            ? null
            : enterprises.find(enterprise).map(e -> e.division()).orElse(null);
    return caller.scope().covers(account.scope(), division);
  }

  private static Set<Role> roles(JsonNode asked) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    asked
        .path("roles")
        .forEach(
            code ->
                roles.add(
                    Coded.of(Role.class, code.asText())
                        .orElseThrow(
                            () -> Problems.refusal(Kind.INVALID, "unknown-role", code.asText()))));
    return roles;
  }

  private static Scope scope(JsonNode asked) {
    String code = asked.path("scope").asText(null);
    try {
      return Scope.parse(code);
    } catch (IllegalArgumentException e) {
      throw Problems.refusal(Kind.INVALID, "bad-query", "scope", String.valueOf(code));
    }
  }

  private static JsonNode json(Account account) {
    ObjectNode json = Json.object();
    write(json, account);
    return json;
  }

  private static void write(ObjectNode json, Account account) {
    json.put("user", account.user());
    SignIn.roles(json.putArray("roles"), account.roles());
    json.put("scope", account.scope().code());
    json.put("locked", account.locked());
    json.put("passwordChanged", String.valueOf(account.passwordChanged()));
    json.put("version", account.version());
  }
}
