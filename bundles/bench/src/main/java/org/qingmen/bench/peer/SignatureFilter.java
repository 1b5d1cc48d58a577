package org.qingmen.bench.peer;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.qingmen.security.DeviceKeys;
import org.qingmen.security.SignedRequest;

/** Lets only signed requests of known keys in; whether the nonce is new the database decides. */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public final class SignatureFilter implements ContainerRequestFilter {

  private static final String CALLER = "caller";
  private static final HexFormat HEX = HexFormat.of();

  private final Setup setup;

  /** Who sent a request, and the nonce it used. */
  record Caller(Setup.Key key, String nonce, long time) {}

  SignatureFilter(Setup setup) {
    this.setup = setup;
  }

  static Caller caller(ContainerRequestContext request) {
    return (Caller) request.getProperty(CALLER);
  }

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    byte[] body = request.getEntityStream().readAllBytes();
    request.setEntityStream(new ByteArrayInputStream(body));
    Optional<Caller> caller = verified(request, body);
    if (caller.isEmpty()) {
      request.abortWith(Response.status(Response.Status.UNAUTHORIZED).build());
    } else {
      request.setProperty(CALLER, caller.get());
    }
  }

  private Optional<Caller> verified(ContainerRequestContext request, byte[] body) {
    String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    return SignedRequest.parse(authorization, request.getMethod(), target(request), sha256(body))
        .filter(signed -> Math.abs(now() - signed.time()) <= DeviceKeys.WINDOW_SECONDS)
        .flatMap(this::verified);
  }

  private Optional<Caller> verified(SignedRequest signed) {
    return setup
        .key(signed.keyId())
        .filter(key -> fits(signed, key.secret()))
        .map(key -> new Caller(key, signed.nonce(), signed.time()));
  }

  private static boolean fits(SignedRequest signed, byte[] secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      String text = signed.signedText(signed.pathAndQuery());
      String expected = HEX.formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
      return MessageDigest.isEqual(
          expected.getBytes(StandardCharsets.US_ASCII),
          signed.mac().getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  private static String target(ContainerRequestContext request) {
    URI uri = request.getUriInfo().getRequestUri();
    return uri.getRawQuery() == null
        ? uri.getRawPath()
        : uri.getRawPath() + "?" + uri.getRawQuery();
  }

  private static long now() {
    return System.currentTimeMillis() / 1000;
  }

  private static String sha256(byte[] body) {
    try {
      return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
