package org.qingmen.api.internal.door;

import jakarta.annotation.Priority;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.security.DeviceKeys;
import org.qingmen.security.Principal;
import org.qingmen.security.SignedRequest;
import org.qingmen.security.Tokens;
import org.qingmen.security.Verification;
import org.qingmen.spi.refusal.Refusal.Kind;

/**
 * Nobody passes without the operation's role: the body is read within bounds, the token or
 * signature checked, and the roles of the OpenAPI document enforced, before any resource is
 * reached.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
@Component(service = ApiResource.class)
public final class Door implements ContainerRequestFilter, ApiResource {

  private static final String BEARER = "Bearer ";
  private static final long LONGEST = 8L << 20;
  private static final long LONGEST_FILE = 20L << 20;
  private static final long LONGEST_PACK = 32L << 20;

  private final OpenApi api;
  private final Tokens tokens;
  private final DeviceKeys keys;

  @Activate
  public Door(@Reference OpenApi api, @Reference Tokens tokens, @Reference DeviceKeys keys) {
    this.api = api;
    this.tokens = tokens;
    this.keys = keys;
  }

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    String path = "/" + request.getUriInfo().getPath().replaceFirst("^/", "");
    Optional<OpenApi.Operation> operation = api.find(request.getMethod(), path);
    byte[] body = body(request, path);
    if (operation.isEmpty() || !operation.get().open()) {
      Principal caller = caller(request, body);
      Callers.set(request, caller);
      requireRole(operation.orElseThrow(() -> unknown(request.getMethod(), path)), caller);
    }
    KnownQuery.require(operation.get(), request.getUriInfo());
  }

  /** What the document does not know does not exist, even where a resource would answer. */
  private RuntimeException unknown(String method, String path) {
    return api.knows(path)
        ? new NotAllowedException(method)
        : Problems.refusal(Kind.NOT_FOUND, "not-found", path);
  }

  private static byte[] body(ContainerRequestContext request, String path) throws IOException {
    long limit = longest(path);
    byte[] body = Bodies.read(request.getEntityStream(), length(request), limit);
    request.setEntityStream(new ByteArrayInputStream(body));
    if (body.length > 0 && request.getMediaType() == null) {
      request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
    }
    return body;
  }

  private static long longest(String path) {
    if (path.startsWith("/rule-packs") || path.equals("/imports")) {
      return LONGEST_PACK;
    }
    return path.startsWith("/files") ? LONGEST_FILE : LONGEST;
  }

  private static long length(ContainerRequestContext request) {
    String announced = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
    return announced == null || !announced.matches("[0-9]{1,15}") ? -1 : Long.parseLong(announced);
  }

  private Principal caller(ContainerRequestContext request, byte[] body) {
    String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    if (SignedRequest.carriedBy(authorization)) {
      return signer(request, authorization, body);
    }
    if (authorization != null && authorization.startsWith(BEARER)) {
      return tokens
          .authenticate(authorization.substring(BEARER.length()).trim())
          .orElseThrow(() -> Problems.refusal(Kind.UNAUTHENTICATED, "bad-token"));
    }
    throw Problems.refusal(Kind.UNAUTHENTICATED, "no-token");
  }

  private Principal signer(ContainerRequestContext request, String authorization, byte[] body) {
    SignedRequest signed =
        SignedRequest.parse(authorization, request.getMethod(), target(request), Sha256.hex(body))
            .orElseThrow(() -> Problems.refusal(Kind.UNAUTHENTICATED, "bad-signature"));
    Verification verification = keys.verify(signed);
    if (verification instanceof Verification.Refused refused) {
      throw refused.refusal();
    }
    return ((Verification.Accepted) verification).principal();
  }

  /** The path and query as sent, not decoded. */
  private static String target(ContainerRequestContext request) {
    java.net.URI uri = request.getUriInfo().getRequestUri();
    return uri.getRawQuery() == null
        ? uri.getRawPath()
        : uri.getRawPath() + "?" + uri.getRawQuery();
  }

  private static void requireRole(OpenApi.Operation operation, Principal caller) {
    if (!operation.admits(caller)) {
      throw Problems.refusal(Kind.FORBIDDEN, "role", String.join(", ", operation.roles()));
    }
  }
}
