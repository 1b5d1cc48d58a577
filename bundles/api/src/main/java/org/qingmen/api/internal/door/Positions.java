package org.qingmen.api.internal.door;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.store.Projection;

/**
 * Read your writes: an answer carries {@code Qingmen-Position}, and a GET with {@code
 * Qingmen-Read-After} waits until that position can be read.
 */
@Provider
@Priority(Priorities.USER)
@Component(service = ApiResource.class)
public final class Positions
    implements ContainerRequestFilter, ContainerResponseFilter, ApiResource {

  /** Header of an answer. */
  public static final String POSITION = "Qingmen-Position";

  private static final String READ_AFTER = "Qingmen-Read-After";
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final Projection projection;

  @Activate
  public Positions(@Reference Projection projection) {
    this.projection = projection;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String after = request.getHeaderString(READ_AFTER);
    if (after == null) {
      return;
    }
    if (!after.matches("[0-9]{1,18}")) {
      throw Problems.refusal(Kind.INVALID, "bad-position", after);
    }
    try {
      if (!projection.awaitPosition(Long.parseLong(after), LONGEST)) {
        throw Problems.refusal(Kind.UNAVAILABLE, "not-projected", after).retryAfter(2);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problems.refusal(Kind.UNAVAILABLE, "not-projected", after).retryAfter(2);
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (!response.getHeaders().containsKey(POSITION)) {
      response.getHeaders().putSingle(POSITION, projection.position());
    }
    response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
    response.getHeaders().putSingle("Cache-Control", "no-store");
  }
}
