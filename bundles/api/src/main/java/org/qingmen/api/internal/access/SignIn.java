package org.qingmen.api.internal.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.security.IssuedToken;
import org.qingmen.security.Principal;
import org.qingmen.security.Role;
import org.qingmen.security.Tokens;

/** {@code /tokens} and {@code /me}: signing in and out. */
@Path("/")
@Component(service = ApiResource.class)
public final class SignIn implements ApiResource {

  private static final int BEARER = "Bearer ".length();

  private final Tokens tokens;

  @Activate
  public SignIn(@Reference Tokens tokens) {
    this.tokens = tokens;
  }

  /** Signs in. */
  @POST
  @Path("tokens")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonNode issue(byte[] body) throws IOException {
    ObjectNode asked = Json.readObject(body);
    IssuedToken token =
        tokens.issue(asked.path("user").asText(""), asked.path("password").asText(""));
    ObjectNode json = Json.object();
    json.put("token", token.token());
    json.put("expires", token.expires().toString());
    json.put("user", token.user());
    roles(json.putArray("roles"), token.roles());
    json.put("scope", token.scope().code());
    return json;
  }

  /** Ends the token that is used. */
  @DELETE
  @Path("tokens/current")
  public Response revoke(@Context HttpHeaders headers) {
    String authorization = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
    tokens.revoke(authorization.substring(Math.min(BEARER, authorization.length())).trim());
    return Response.noContent().build();
  }

  /** Who the caller is. */
  @GET
  @Path("me")
  public JsonNode me(@Context ContainerRequestContext request) {
    Principal caller = Callers.of(request);
    ObjectNode json = Json.object();
    json.put("user", caller.name());
    json.put("device", caller.deviceId());
    roles(json.putArray("roles"), caller.roles());
    json.put("scope", caller.scope().code());
    return json;
  }

  static void roles(ArrayNode array, Set<Role> roles) {
    roles.stream().sorted().map(Role::code).forEach(array::add);
  }
}
